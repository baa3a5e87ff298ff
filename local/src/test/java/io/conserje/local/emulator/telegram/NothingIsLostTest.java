package io.conserje.local.emulator.telegram;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.emulator.Gesture;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.Refused;
import io.conserje.local.emulator.Status;
import io.conserje.local.emulator.telegram.SystemUnderTest.Received;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NothingIsLostTest extends TelegramEmulatorTest {

    @Test
    void aRestartSendsAgainWhatNobodyAcknowledgedInItsOrder() {
        emulator.phone().say(ANA, "acknowledged");
        quiet();
        system.answer = update -> 500;
        emulator.phone().say(ANA, "one");
        emulator.phone().say(ANA, "two");
        await().atMost(SOON).until(() -> system.told().contains("one"));
        long one = system.received().getLast().id();
        emulator.close();
        system.answer = update -> 200;
        system.forget();

        restart(options -> options.withWebhook(system.webhook()));

        quiet();
        assertEquals(List.of("one", "two"), system.told());
        assertEquals(List.of(one, one + 1), system.received().stream().map(Received::id).toList());
        assertEquals(secret("webhook-secret"), system.received().getFirst().secret());
    }

    @Test
    void aRestartKeepsTheTranscriptTheSecretsAndWhatWasOffered() {
        meet(ANA);
        call(
                        "sendMessage",
                        "{'chat_id':"
                                + ANA
                                + ",'text':'¿Sí?','reply_markup':{'inline_keyboard':"
                                + "[[{'text':'Sí','callback_data':'yes'}]]}}")
                .result();
        String query = emulator.phone().choose(ANA, "yes").id();
        quiet();
        List<PhoneLine> before = emulator.phone().transcript(ANA);
        var secrets = emulator.secrets();

        again();
        again();

        assertEquals(before, emulator.phone().transcript(ANA));
        assertEquals(secrets, emulator.secrets());
        call("answerCallbackQuery", "{'callback_query_id':'" + query + "'}").result();
        assertEquals("Sí", emulator.phone().choose(ANA, "yes").text());
        assertEquals("¿Sí?", arrived().at("/callback_query/message/text").asText());
    }

    @Test
    void updatesAndMessagesAreCountedOn() {
        emulator.phone().say(ANA, "one");
        long update = arrived().path("update_id").asLong();

        again();
        emulator.phone().say(ANA, "two");

        assertEquals(update + 1, arrived().path("update_id").asLong());
        assertEquals(2, system.last().at("/message/message_id").asInt());
    }

    @Test
    void aBlockHoldsAndAReactionIsRemembered() {
        String said = emulator.phone().say(ANA, "hola").id();
        emulator.phone().react(ANA, said, "👍");
        emulator.phone().say(LUIS, "hola");
        emulator.phone().act(LUIS, new Gesture.Block(true));
        quiet();

        again();

        assertEquals(403, sendText(LUIS, "hola").status());
        assertThrows(Refused.class, () -> emulator.phone().say(LUIS, "hola"));
        emulator.phone().react(ANA, said, "🔥");
        assertEquals("👍", arrived().at("/message_reaction/old_reaction/0/emoji").asText());
    }

    @Test
    void aFileIsStillThere() throws Exception {
        emulator.phone().sendVoice(ANA, new byte[] {1, 2, 3}, "audio/ogg");
        String id = arrived().at("/message/voice/file_id").asText();

        again();

        String path =
                call("getFile", "{'file_id':'" + id + "'}").result().path("file_path").asText();
        assertEquals(3, download(secret("bot-token"), path).body().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal.jsonl", "archive.jsonl"})
    void aFileThatEndsInTheMiddleOfALineIsReadUpToThere(String name) throws IOException {
        emulator.phone().say(ANA, "hola");
        quiet();
        emulator.close();
        Files.writeString(
                folder.resolve("clinic").resolve(name),
                "{\"what\":\"wro",
                StandardOpenOption.APPEND);

        again();
        again();

        assertEquals("hola", lastLine().text());
        assertEquals("2", emulator.phone().say(ANA, "otra").id());
    }

    @Test
    void aProcessThatIsKilledLosesNothingItHadTaken() throws Exception {
        emulator.close();
        system.answer = update -> 500;
        Process child = child(system.webhook().toString());
        try (BufferedReader said = child.inputReader()) {
            assertEquals("said", said.readLine());
        } finally {
            child.destroyForcibly().waitFor();
        }
        system.answer = update -> 200;
        system.forget();

        again();

        quiet();
        List<PhoneLine> lines = emulator.phone().transcript(ANA);
        assertEquals(
                List.of("m0", "m1", "m2", "m3", "m4"),
                lines.stream().map(PhoneLine::text).toList());
        assertTrue(lines.stream().allMatch(line -> line.status() == Status.DELIVERED));
        assertEquals(List.of("m0", "m1", "m2", "m3", "m4"), system.told());
    }

    private void again() {
        restart(options -> options.withWebhook(system.webhook()));
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
