package io.conserje.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.conserje.channel.Secrets;
import io.conserje.model.Account;
import io.conserje.model.MessageId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcknowledgeTest {
    private static final Secrets TOKEN = Desk.secrets("bot-token", Desk.TOKEN);

    @Test
    void typingIsShownInTheChatOfTheMessage() throws Exception {
        try (Telegram telegram = new Telegram()) {
            acknowledge("6962620676:154", telegram.account(), TOKEN);

            Telegram.Call call = Desk.only(telegram.calls);
            assertEquals("sendChatAction", call.method());
            assertEquals(
                    new ObjectMapper()
                            .readTree(Desk.json("{'chat_id':6962620676,'action':'typing'}")),
                    call.body());
        }
    }

    @Test
    void aPressedButtonIsAnsweredFirst() throws Exception {
        try (Telegram telegram = new Telegram()) {
            acknowledge("callback:a:77:-1001293752024", telegram.account(), TOKEN);

            assertEquals(
                    List.of("answerCallbackQuery", "sendChatAction"),
                    telegram.calls.stream().map(Telegram.Call::method).toList());
            assertEquals("a:77", telegram.calls.get(0).body().path("callback_query_id").asText());
            assertEquals(
                    -1_001_293_752_024L, telegram.calls.get(1).body().path("chat_id").asLong());
        }
    }

    @Test
    void aButtonThatIsTooOldIsNobodysConcern() throws Exception {
        try (Telegram telegram = new Telegram()) {
            telegram.answers(400, Telegram.refusal(400, "Bad Request: query is too old", ""));

            assertDoesNotThrow(
                    () -> acknowledge("callback:77:6962620676", telegram.account(), TOKEN));
            assertEquals(2, telegram.calls.size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update:7", "8e1c4d", "callback:77", "a:b", "callback:77:x"})
    void whatHappenedInNoChatIsNotAcknowledged(String id) throws Exception {
        try (Telegram telegram = new Telegram()) {
            acknowledge(id, telegram.account(), TOKEN);

            assertEquals(0, telegram.calls.size());
        }
    }

    @Test
    void aLostConnectionIsNobodysConcern() throws Exception {
        try (Telegram telegram = new Telegram()) {
            telegram.answers(HttpExchange::close);

            assertDoesNotThrow(() -> acknowledge("1:2", telegram.account(), TOKEN));
        }
        assertDoesNotThrow(
                () -> acknowledge("1:2", Telegram.accountAt("http://telegram.invalid"), TOKEN));
    }

    @Test
    void norIsAnAccountThatCannotSend() {
        Account bad = new Account(Desk.PROJECT, Desk.REF, Map.of("api-url", "none"));

        assertDoesNotThrow(() -> acknowledge("1:2", bad, TOKEN));
        assertDoesNotThrow(() -> acknowledge("1:2", Desk.ACCOUNT, Desk.secrets()));
        assertDoesNotThrow(
                () -> acknowledge("1:2", Desk.ACCOUNT, Desk.secrets("bot-token", "two words")));
    }

    private static void acknowledge(String id, Account account, Secrets secrets) {
        new TelegramChannel().acknowledge(new MessageId(id), account, secrets);
    }
}
