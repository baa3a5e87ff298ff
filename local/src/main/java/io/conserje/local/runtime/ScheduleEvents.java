package io.conserje.local.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.template.Schedule;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** A moment of a schedule as a function gets it. */
record ScheduleEvents(InstantSource clock, Identifiers identifiers) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    byte[] event(Schedule schedule) {
        return schedule.input()
                .map(input -> input.getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> bytes(usual(schedule)));
    }

    private ObjectNode usual(Schedule schedule) {
        ObjectNode event = JSON.createObjectNode();
        event.put("version", "0");
        event.put("id", identifiers.next());
        event.put("detail-type", "Scheduled Event");
        event.put("source", scheduler(schedule) ? "aws.scheduler" : "aws.events");
        event.put("account", Arn.ACCOUNT);
        event.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        event.put("region", Arn.REGION);
        event.putArray("resources").add(Arn.schedule(schedule));
        // The one sends a text here, the other an object.
        if (scheduler(schedule)) {
            event.put("detail", "{}");
        } else {
            event.putObject("detail");
        }
        return event;
    }

    private static boolean scheduler(Schedule schedule) {
        return schedule.by() == Schedule.By.SCHEDULER;
    }

    private static byte[] bytes(ObjectNode event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
