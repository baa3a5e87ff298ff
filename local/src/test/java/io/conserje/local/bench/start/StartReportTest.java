package io.conserje.local.bench.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conserje.local.bench.start.Warm.Who;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A function is held to its bounds, each of them. */
class StartReportTest {
    private static final int CALLS = 1_000;

    private static List<Run> runs(double answer) {
        return List.of(new Run(1_000, answer, 10, 100), new Run(1_000, answer, 10, 100));
    }

    private static Map<Variant, List<Run>> quick() {
        Map<Variant, List<Run>> runs = new EnumMap<>(Variant.class);
        runs.put(Variant.COLD, runs(700));
        runs.put(Variant.UNPRIMED, runs(600));
        runs.put(Variant.SDK, runs(300));
        runs.put(Variant.REHEARSED, runs(60));
        runs.put(Variant.PRIMED, runs(50));
        runs.put(Variant.FROZEN, runs(50));
        runs.put(Variant.TIERED, runs(70));
        runs.put(Variant.FLOOR, runs(48));
        return runs;
    }

    private static Warm warm(double late, double early, double floor) {
        Map<Who, List<Double>> millis = new EnumMap<>(Who.class);
        millis.put(Who.LATE, Collections.nCopies(CALLS, late));
        millis.put(Who.EARLY, Collections.nCopies(CALLS, early));
        millis.put(Who.FLOOR, Collections.nCopies(CALLS, floor));
        return new Warm(millis);
    }

    private static StartReport report(
            Map<Variant, List<Run>> runs, int classes, Warm warm, long size) {
        return new StartReport(
                List.of(
                        new Measured(
                                "MessagingFunction",
                                runs,
                                Map.of(Variant.PRIMED, classes),
                                List.of(warm),
                                size,
                                100)));
    }

    private static JsonNode ratios(StartReport report) throws JsonProcessingException {
        return JsonMapper.builder()
                .build()
                .readTree(report.json())
                .path("MessagingFunction")
                .path("ratios");
    }

    private static List<String> tooMuch(StartReport report) throws JsonProcessingException {
        return ratios(report).properties().stream()
                .filter(ratio -> !ratio.getValue().path("holds").asBoolean())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void what_is_quick_enough_holds_and_says_how_quick_it_is() throws JsonProcessingException {
        StartReport report = report(quick(), 6, warm(1.05, 1, 1), 110);

        assertTrue(report.holds(), report::toString);
        JsonNode ratios = ratios(report);
        assertEquals(9, ratios.size(), ratios::toPrettyString);
        assertEquals(50.0 / 1_700, ratios.at("/primed ~1 cold/ratio").asDouble(), 1e-9);
        assertEquals(1.05, ratios.at("/warm ~1 floor/ratio").asDouble(), 1e-9);
        assertEquals(1.10, ratios.at("/warm ~1 floor/atMost").asDouble(), 1e-9);
    }

    @Test
    void each_bound_is_one_that_can_be_broken() throws JsonProcessingException {
        Map<Variant, List<Run>> slow = quick();
        slow.put(Variant.PRIMED, runs(140));
        slow.put(Variant.REHEARSED, runs(150));
        slow.put(Variant.FROZEN, runs(5_000));

        StartReport report = report(slow, 61, warm(1.3, 1, 1), 146);

        assertFalse(report.holds());
        assertEquals(
                List.of(
                        "primed / unprimed",
                        "primed / cold",
                        "rehearsed / sdk",
                        "frozen / primed",
                        "late / early",
                        "classes loaded",
                        "primed / floor",
                        "size / floor",
                        "warm / floor"),
                tooMuch(report));
    }

    @Test
    void a_function_without_a_floor_is_held_to_the_rest() throws JsonProcessingException {
        Map<Variant, List<Run>> brief = new EnumMap<>(quick());
        brief.keySet().retainAll(List.of(Variant.COLD, Variant.UNPRIMED, Variant.PRIMED));
        brief.put(Variant.UNPRIMED, runs(51));
        Warm alone = warm(1, 1, 1);
        alone.millis().remove(Who.FLOOR);

        assertEquals(List.of("primed / unprimed"), tooMuch(report(brief, 6, alone, 110)));
    }
}
