package io.conserje.local.bench;

import io.conserje.engine.booking.SlotInWords;
import io.conserje.model.Language;
import java.time.Instant;
import java.time.ZonedDateTime;

/** What a customer says, in their language. */
record BookingWords(Language language, String name) {

    String book(Instant start) {
        SlotInWords words = new SlotInWords(language, BookingScene.ZONE);
        ZonedDateTime there = start.atZone(BookingScene.ZONE);
        String day = words.day(there.toLocalDate());
        String time = words.time(there.toLocalTime());
        return switch (language) {
            case ES -> "Hola, quiero una limpieza el " + day + " a las " + time + ", soy " + name;
            case EN -> "Hi, I'd like a cleaning on " + day + " at " + time + ", I'm " + name;
        };
    }

    String move(Instant start) {
        String time =
                new SlotInWords(language, BookingScene.ZONE)
                        .time(start.atZone(BookingScene.ZONE).toLocalTime());
        return switch (language) {
            case ES -> "quiero cambiar mi cita a las " + time;
            case EN -> "I'd like to move my appointment to " + time;
        };
    }

    String cancel() {
        return switch (language) {
            case ES -> "quiero cancelar mi cita";
            case EN -> "I want to cancel my appointment";
        };
    }

    String list() {
        return switch (language) {
            case ES -> "¿qué citas tengo?";
            case EN -> "what appointments do I have?";
        };
    }

    String yes() {
        return switch (language) {
            case ES -> "sí";
            case EN -> "yes";
        };
    }
}
