package io.conserje.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One customer, who writes and now and then waits for what comes back. What they are owed is what
 * their provider has written down, not what they believe to have sent.
 */
final class Calls {
    private static final int LONGEST_WAIT_MILLIS = 4_000;
    private static final List<String> TEXTS =
            List.of(
                    "hola",
                    "¿A qué hora abren?",
                    "How much is it?",
                    "¿Dónde están?",
                    "quiero una limpieza mañana a las 10, soy Ana Gil",
                    "a cleaning tomorrow at 11, this is Emma Stone",
                    "una limpieza con la doctora Ruiz el miércoles a las 12, soy Pablo Sanz",
                    "sí",
                    "yes please",
                    "cancela mi cita",
                    "¿puede ser el jueves a la misma hora?",
                    "mis citas",
                    "avísenme si se libera",
                    "gracias");

    private final LocalSystem.Line line;
    private final String phone;
    private final SplittableRandom random;
    private int seen = -1;

    /**
     * @param line in a run of the system; the next run has it elsewhere
     */
    Calls(LocalSystem.Line line, String phone, SplittableRandom random) {
        this.line = line;
        this.phone = phone;
        this.random = random;
    }

    LocalSystem.Line line() {
        return line;
    }

    String phone() {
        return phone;
    }

    /**
     * One message, or some at once.
     *
     * @return how many
     * @throws IOException when the system went away; it may have been sent or not
     */
    int say(LocalSystem system) throws IOException, InterruptedException {
        int together = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1;
        for (int i = 0; i < together; i++) {
            String text = TEXTS.get(random.nextInt(TEXTS.size()));
            JsonNode unused =
                    system.post(
                            messages(system, ""),
                            JsonNodeFactory.instance.objectNode().put("text", text));
        }
        return together;
    }

    /** Waits for an answer, not for long. */
    void listen(LocalSystem system) throws IOException, InterruptedException {
        int wait = random.nextInt(LONGEST_WAIT_MILLIS);
        JsonNode answer = system.get(messages(system, "?after=" + seen + "&wait=" + wait));
        seen = answer.path("next").asInt(seen);
    }

    /** All of it, as the provider has it. */
    JsonNode transcript(LocalSystem system) throws IOException, InterruptedException {
        return system.get(messages(system, ""));
    }

    private URI messages(LocalSystem system, String query) {
        URI emulator =
                system.run().lines().stream()
                        .filter(one -> one.channel().equals(line.channel()))
                        .filter(one -> one.account().equals(line.account()))
                        .findFirst()
                        .orElseThrow()
                        .emulator();
        return emulator.resolve("/_emulator/phones/" + phone + "/messages" + query);
    }
}
