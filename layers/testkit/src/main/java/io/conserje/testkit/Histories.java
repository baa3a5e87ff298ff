package io.conserje.testkit;

import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Conversations that nobody thought of: the same seed is always the same history. */
public final class Histories {
    private static final List<String> TEXTS =
            List.of(
                    "hola",
                    "hello",
                    "precios",
                    "¿a qué hora abren?",
                    "where are you?",
                    "parking y precios",
                    "gracias",
                    "menú",
                    "persona",
                    "I want to talk to someone",
                    "STOP",
                    "baja",
                    "ALTA",
                    "start",
                    "me baja la presión",
                    "xyzzy",
                    "👍",
                    "?",
                    "   ",
                    "",
                    "\u0000\uD800",
                    "ñandú ".repeat(100));
    private static final List<String> OPTIONS =
            List.of("hours", "prices", "person", "menu", "stop", "no such option", "");

    private Histories() {}

    /** Bursts of one to four messages, one after the other. */
    public static List<List<InboundMessage>> of(long seed) {
        Random random = new Random(seed);
        List<List<InboundMessage>> history = new ArrayList<>();
        int turns = 1 + random.nextInt(10);
        for (int turn = 0; turn < turns; turn++) {
            List<InboundMessage> burst = new ArrayList<>();
            int size = 1 + random.nextInt(4);
            for (int i = 0; i < size; i++) {
                burst.add(Messages.message(seed + "." + turn + "." + i, content(random)));
            }
            history.add(burst);
        }
        return history;
    }

    private static Content content(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> any(Messages.ofEveryKind(), random);
            case 1 -> new Content.Choice(any(OPTIONS, random), any(TEXTS, random));
            default -> new Content.Text(any(TEXTS, random));
        };
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
