package io.conserje.local.emulator.meta;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NothingIsLostTest extends MetaEmulatorTest {

    @Test
    void aRestartSendsAgainWhatNobodyAcknowledgedInItsOrder() {
        emulator.phone().say(ANA, "acknowledged");
        assertTrue(emulator.awaitQuiet(SOON));
        system.answer = webhook -> 500;
        emulator.phone().say(ANA, "one");
        emulator.phone().say(ANA, "two");
        sendText(ANA, "answer");
        await().atMost(SOON).until(() -> system.told().contains("one"));

        system.answer = webhook -> 200;
        emulator.close();
        system.forget();
        restart(options -> options.withWebhook(system.webhook()));

        assertTrue(emulator.awaitQuiet(SOON));
        assertEquals(Set.of("one", "two", "sent", "delivered", "read"), Set.copyOf(system.told()));
        assertEquals(List.of("one", "two"), told("one", "two"));
        assertEquals(List.of("sent", "delivered", "read"), told("sent", "delivered", "read"));
    }

    /** What customers say and what became of ours are told beside each other. */
    private List<String> told(String... among) {
        return system.told().stream().filter(List.of(among)::contains).toList();
    }

    @Test
    void aRestartKeepsTheTranscriptTheSecretsAndWhatWasOffered() {
        emulator.phone().say(ANA, "hola");
        send(
                """
                {"messaging_product":"whatsapp","to":"34600111222","type":"interactive",
                 "interactive":{"type":"button","body":{"text":"¿Sí?"},"action":{"buttons":[
                 {"type":"reply","reply":{"id":"yes","title":"Sí"}}]}}}
                """);
        assertTrue(emulator.awaitQuiet(SOON));
        List<PhoneLine> before = emulator.phone().transcript(ANA);
        var secrets = emulator.secrets();

        restart(options -> options.withWebhook(system.webhook()));
        restart(options -> options.withWebhook(system.webhook()));

        assertEquals(before, emulator.phone().transcript(ANA));
        assertEquals(secrets, emulator.secrets());
        assertEquals("Sí", emulator.phone().choose(ANA, "yes").text());
    }

    @Test
    void twoMessagesNeverShareAnIdAcrossRestarts() {
        String first = emulator.phone().say(ANA, "hola").id();
        restart(options -> options.withWebhook(system.webhook()));

        assertNotEquals(first, emulator.phone().say(ANA, "hola").id());
    }

    @Test
    void aJournalThatEndsInTheMiddleOfALineIsReadUpToThere() throws IOException {
        emulator.phone().say(ANA, "hola");
        emulator.close();
        Path journal = folder.resolve("clinic/journal.jsonl");
        Files.writeString(journal, "{\"what\":\"wro", StandardOpenOption.APPEND);

        restart(options -> options.withWebhook(system.webhook()));

        assertEquals("hola", emulator.phone().transcript(ANA).getFirst().text());
    }

    @Test
    void aProcessThatIsKilledLosesNothingItHadTaken() throws Exception {
        emulator.close();
        system.answer = webhook -> 500;
        Process child = child(system.webhook().toString());
        try (BufferedReader said = child.inputReader()) {
            assertEquals("said", said.readLine());
        } finally {
            child.destroyForcibly().waitFor();
        }
        system.answer = webhook -> 200;
        system.forget();

        restart(options -> options.withWebhook(system.webhook()));

        assertTrue(emulator.awaitQuiet(SOON));
        List<PhoneLine> lines = emulator.phone().transcript(ANA);
        assertEquals(
                List.of("m0", "m1", "m2", "m3", "m4"),
                lines.stream().map(PhoneLine::text).toList());
        assertTrue(lines.stream().allMatch(line -> line.status() == Status.DELIVERED));
        assertEquals(List.of("m0", "m1", "m2", "m3", "m4"), system.told());
    }

    private Process child(String webhook) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledEmulator.class.getName(),
                        folder.toString(),
                        webhook)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
