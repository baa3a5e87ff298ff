package io.conserje.local.runtime;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conserje.local.template.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A template's schedules, as this machine's clock keeps them. */
class SchedulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EVENTS =
            Path.of(System.getProperty("conserje.root")).resolve("events");

    private final AtomicInteger rung = new AtomicInteger();

    private static Schedule every(Duration interval, Optional<String> input) {
        return new Schedule(
                "AppointmentsFunction",
                "AppointmentsFunctionEachMinute",
                Schedule.By.SCHEDULER,
                interval,
                input);
    }

    private static Schedule often() {
        return every(Duration.ofMillis(5), Optional.empty());
    }

    @Test
    void its_time_comes_again_and_again_though_a_call_fails() {
        try (Schedules clock =
                new Schedules(
                        List.of(often()),
                        schedule -> {
                            rung.incrementAndGet();
                            throw new IllegalStateException("a call that fails");
                        })) {
            await().until(() -> rung.get() >= 3);
        }
    }

    @Test
    void a_call_that_takes_long_has_no_other_beside_it() {
        AtomicInteger beside = new AtomicInteger();
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(20);
        try (Schedules clock =
                new Schedules(
                        List.of(every(Duration.ofMillis(6), Optional.of("slow")), often()),
                        schedule -> {
                            if (schedule.input().isEmpty()) {
                                others.countDown();
                            } else {
                                beside.incrementAndGet();
                                hold(goOn);
                            }
                        })) {
            // The other schedule's time comes many times, so the slow one's has come, too.
            await().until(() -> others.getCount() == 0 && beside.get() > 0);
            assertEquals(1, beside.get());
            goOn.countDown();
            await().until(() -> beside.get() > 1);
        }
    }

    private static void hold(CountDownLatch goOn) {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void nothing_is_called_once_it_is_closed() {
        Schedules clock = new Schedules(List.of(often()), schedule -> rung.incrementAndGet());
        await().until(() -> rung.get() > 0);

        clock.close();
        int then = rung.get();
        try (Schedules other = new Schedules(List.of(often()), schedule -> rung.addAndGet(1000))) {
            await().until(() -> rung.get() >= then + 3000);
        }

        assertEquals(then % 1000, rung.get() % 1000);
    }

    @Test
    void a_function_gets_what_the_scheduler_sends() throws IOException {
        JsonNode real =
                JSON.readTree(
                        Files.readString(
                                EVENTS.resolve("AppointmentsFunction").resolve("tick.json")));
        ScheduleEvents events =
                new ScheduleEvents(
                        () -> Instant.parse("2026-11-21T12:00:00.123Z"),
                        new Identifiers(new Random(1)));

        JsonNode made = JSON.readTree(events.event(often()));

        assertEquals(names(real), names(made));
        for (String same :
                List.of("version", "detail-type", "source", "time", "region", "detail")) {
            assertEquals(real.get(same), made.get(same), same);
        }
        assertTrue(
                made.at("/resources/0")
                        .asText()
                        .endsWith(":schedule/default/AppointmentsFunctionEachMinute"));
    }

    private static List<String> names(JsonNode event) {
        return event.properties().stream().map(java.util.Map.Entry::getKey).sorted().toList();
    }

    @Test
    void a_function_gets_the_input_that_its_template_names() throws IOException {
        ScheduleEvents events =
                new ScheduleEvents(() -> Instant.EPOCH, new Identifiers(new Random(1)));

        byte[] event = events.event(every(Duration.ofDays(1), Optional.of("{\"night\":true}")));

        assertTrue(JSON.readTree(event).path("night").asBoolean());
    }
}
