package io.conserje.engine.when;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates that others have labelled, wherever somebody has a folder of them. */
class LabelledDatesTest {
    /** What the sentences of hotel guests are reckoned from. */
    private static final ZonedDateTime GUESTS_NOW =
            ZonedDateTime.of(2022, 3, 15, 10, 0, 0, 0, ZoneOffset.UTC);

    private static final List<String> SLOTS =
            List.of("date", "date_from", "date_to", "time", "time_from", "time_to");

    private final TimeReader reader = new TimeReader();
    private final ObjectMapper json = new ObjectMapper();

    @BeforeEach
    void aFolderIsNamed() {
        assumeTrue(System.getenv("CONSERJE_WIRE") != null, "CONSERJE_WIRE is not set");
    }

    @ParameterizedTest
    @CsvSource({"dates_es_duckling.jsonl, 0.93", "dates_es_recognizers.jsonl, 0.97"})
    void spanishDates(String file, double floor) throws IOException {
        List<JsonNode> rows = rows(file);
        score(file, rows.stream().filter(this::isRight).count(), rows.size(), floor);
    }

    @ParameterizedTest
    @CsvSource("nlupp_hotels_en_fold0.jsonl, 0.90")
    void englishSlots(String file, double floor) throws IOException {
        int right = 0;
        int all = 0;
        for (JsonNode row : rows(file)) {
            List<Mention> read = read(row.get("text").asText(), GUESTS_NOW);
            for (String slot : SLOTS) {
                JsonNode value = row.get("slots").path(slot).path("value");
                if (value.isTextual()) {
                    all++;
                    right += read.stream().anyMatch(is(value.asText())) ? 1 : 0;
                }
            }
        }
        score(file, right, all, floor);
    }

    private boolean isRight(JsonNode row) {
        String text = row.has("input") ? row.get("input").asText() : row.get("text").asText();
        List<Mention> read = read(text, now(row.get("reference").asText()));
        if (read.size() != 1) {
            return false;
        }
        Mention mention = read.getFirst();
        return switch (row.get("kind").asText()) {
            case "date" -> mention.days().equals(days(row, "value", "value", 0));
            case "interval" -> mention.days().equals(days(row, "from", "to_exclusive", 1));
            // Whole weeks and months end on the day after, others on their last day.
            case "daterange" ->
                    mention.days().equals(days(row, "start", "end", 0))
                            || mention.days().equals(days(row, "start", "end", 1));
            case "datetime" -> isMoment(mention, LocalDateTime.parse(row.get("value").asText()));
            default -> false;
        };
    }

    private static Optional<Days> days(JsonNode row, String from, String to, int less) {
        LocalDate end = LocalDate.parse(row.get(to).asText()).minusDays(less);
        return Optional.of(new Days(LocalDate.parse(row.get(from).asText()), end));
    }

    private static boolean isMoment(Mention mention, LocalDateTime moment) {
        return mention.clock().filter(clock -> is(clock, moment.toLocalTime())).isPresent()
                && mention.days().stream().allMatch(days -> days.contains(moment.toLocalDate()));
    }

    private static Predicate<Mention> is(String value) {
        if (value.contains(":")) {
            return mention ->
                    mention.clock().filter(clock -> is(clock, LocalTime.parse(value))).isPresent();
        }
        LocalDate day = LocalDate.parse(value);
        return mention ->
                mention.days().stream()
                        .anyMatch(days -> days.from().equals(day) || days.to().equals(day));
    }

    private static boolean is(Clock clock, LocalTime time) {
        return switch (clock) {
            case Clock.At at -> is(at.time(), at.halfUnsaid(), time);
            case Clock.Around around -> is(around.time(), around.halfUnsaid(), time);
            case Clock.Between between -> is(between.from(), true, time);
        };
    }

    private static boolean is(LocalTime read, boolean halfUnsaid, LocalTime time) {
        return read.equals(time) || halfUnsaid && read.plusHours(12).equals(time);
    }

    private List<Mention> read(String text, ZonedDateTime now) {
        return reader.read(text, new Reckoning(now, true, Reckoning.Asked.NOTHING));
    }

    private static ZonedDateTime now(String reference) {
        return reference.contains("T")
                ? OffsetDateTime.parse(reference).toZonedDateTime()
                : LocalDate.parse(reference).atStartOfDay(ZoneOffset.UTC);
    }

    private List<JsonNode> rows(String file) throws IOException {
        String folder = System.getenv("CONSERJE_WIRE");
        Path path =
                Path.of(System.getProperty("conserje.root", ""))
                        .resolve(folder == null ? "" : folder)
                        .resolve("eval")
                        .resolve(file);
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(path)) {
            rows.add(json.readTree(line));
        }
        return rows;
    }

    private static void score(String file, long right, int all, double floor) {
        System.out.println("CONSERJE_WIRE: " + file + ": " + right + " of " + all);
        assertTrue(right >= floor * all, () -> file + ": " + right + " of " + all);
    }
}
