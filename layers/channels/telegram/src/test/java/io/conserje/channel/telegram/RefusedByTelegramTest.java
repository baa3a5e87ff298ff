package io.conserje.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.SendOutcome;
import io.conserje.channel.SendOutcome.Scope;
import io.conserje.model.Contact;
import io.conserje.model.Outgoing.Ask;
import io.conserje.model.Outgoing.Option;
import io.conserje.model.Outgoing.Say;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer of the Bot API means for the message. */
class RefusedByTelegramTest {
    private static final Contact GROUP = Desk.contact("-599075523", "Ana", "ana_g");
    private static final String UPGRADED =
            "Bad Request: group chat was upgraded to a supergroup chat";

    private Telegram telegram;

    @BeforeEach
    void open() throws IOException {
        telegram = new Telegram();
    }

    @AfterEach
    void close() {
        telegram.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forbidden: bot was blocked by the user",
                "Forbidden: user is deactivated",
                "Forbidden: bot was kicked from the supergroup chat",
                "Forbidden: bot is not a member of the channel chat",
                "Forbidden: bot can not initiate conversation with a user",
            })
    void whoLetsUsInNoMoreHasStopped(String description) {
        assertEquals(
                new SendOutcome.ContactStopped("403 " + description), refused(403, description));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bad Request: chat not found",
                "Bad Request: user not found",
                "Bad Request: PEER_ID_INVALID",
                "Bad Request: TOPIC_CLOSED",
                "Bad Request: message thread not found",
            })
    void whoIsNotThereAnyMoreHasStopped(String description) {
        assertEquals(
                new SendOutcome.ContactStopped("400 " + description), refused(400, description));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bad Request: message is too long",
                "Bad Request: BUTTON_DATA_INVALID",
                "Bad Request: not enough rights to send text messages to the chat",
                "Bad Request: PHOTO_INVALID_DIMENSIONS",
            })
    void theMessageItselfIsRefusedForGood(String description) {
        assertEquals(new SendOutcome.Rejected("400 " + description), refused(400, description));
    }

    @ParameterizedTest
    @CsvSource({"401, Unauthorized", "404, Not Found"})
    void anUnknownTokenWaitsForAPersonWhoSetsIt(int code, String description) {
        var later = assertInstanceOf(SendOutcome.RetryLater.class, refused(code, description));

        assertEquals(Duration.ofSeconds(60), later.after());
        assertTrue(later.reason().contains("'bot-token'"), later.reason());
    }

    @ParameterizedTest
    @CsvSource({"500, Internal Server Error: restart", "502, Bad Gateway"})
    void telegramsOwnTroublePasses(int code, String description) {
        assertEquals(
                new SendOutcome.RetryLater(Duration.ofSeconds(5), code + " " + description),
                refused(code, description));
    }

    @Test
    void whenTelegramItselfWasNotAnsweredNobodyKnows() {
        assertInstanceOf(SendOutcome.Unknown.class, refused(504, "Gateway Timeout"));
    }

    @ParameterizedTest
    @CsvSource({
        "6962620676, 5, CONTACT",
        "6962620676, 60, CONTACT",
        "6962620676, 61, ACCOUNT",
        "6962620676, 35000, ACCOUNT",
        "-599075523, 5, CONTACT",
        "-599075523, 61, CONTACT",
    })
    void tooManyWaitAsLongAsTelegramSays(String chat, int seconds, Scope scope) {
        assertEquals(
                new SendOutcome.Throttled(
                        Duration.ofSeconds(seconds),
                        scope,
                        "429 Too Many Requests: retry after " + seconds),
                throttled(chat, seconds, "{'retry_after':" + seconds + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'retry_after':0}",
                "{'retry_after':-3}",
                "{'retry_after':1e400}",
                "7"
            })
    void aWaitWithoutUseLeavesOurOwn(String parameters) {
        SendOutcome outcome = throttled("6962620676", 5, parameters);

        assertEquals(Duration.ofSeconds(3), ((SendOutcome.Throttled) outcome).after());
    }

    @Test
    void aGroupThatMovedIsWrittenToWhereItIsNow() throws Exception {
        telegram.answersOnce(400, migration());
        telegram.answers(200, "{'ok':true,'result':{'message_id':1,'chat':{'id':-1001555296434}}}");

        SendOutcome outcome = telegram.send(GROUP, new Say("Hola"));

        assertEquals(new SendOutcome.Accepted("-1001555296434:1"), outcome);
        assertEquals(
                List.of("-599075523", "-1001555296434"),
                List.of(
                        telegram.calls.get(0).body().path("chat_id").asText(),
                        telegram.calls.get(1).body().path("chat_id").asText()));
    }

    @Test
    void aGroupThatKeepsMovingIsFollowedOnce() {
        telegram.answers(400, migration());

        assertEquals(
                new SendOutcome.Rejected("400 " + UPGRADED), telegram.send(GROUP, new Say("Hola")));
        assertEquals(2, telegram.calls.size());
    }

    @ParameterizedTest
    @CsvSource({"200, 403", "500, 403", "403, 403"})
    void telegramsCodeCountsAndNotTheStatus(int status, int code) {
        telegram.answers(status, Telegram.refusal(code, "Forbidden: user is deactivated", ""));

        assertInstanceOf(
                SendOutcome.ContactStopped.class, telegram.send(Desk.ANA, new Say("Hola")));
    }

    @Test
    void withoutACodeTheStatusCounts() {
        telegram.answers(400, "{'ok':false}");

        assertEquals(
                new SendOutcome.Rejected("400 no description"),
                telegram.send(Desk.ANA, new Say("Hola")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "200; {}",
                "200; ''",
                "200; not json",
                "200; {'ok':true}",
                "200; {'ok':true,'result':true}",
                "200; {'ok':true,'result':{'message_id':1}}",
                "302; ''",
                "500; ''",
                "502; <html>Bad gateway</html>",
                "503; {'ok':'no'}",
            })
    void anAnswerThatDoesNotTellLeavesItUnknown(int status, String body) {
        telegram.answers(status, body);

        assertInstanceOf(SendOutcome.Unknown.class, telegram.send(Desk.ANA, new Say("Hola")));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void aGatewayThatIsNotTelegramWaitsForAPerson(int status) {
        telegram.answers(status, "<html></html>");

        var later =
                assertInstanceOf(
                        SendOutcome.RetryLater.class, telegram.send(Desk.ANA, new Say("Hola")));
        assertTrue(later.reason().contains("'api-url'"), later.reason());
    }

    @Test
    void aGatewaysOtherRefusals() {
        telegram.answersOnce(429, "<html></html>");
        telegram.answersOnce(413, "<html></html>");

        assertEquals(
                Scope.ACCOUNT,
                ((SendOutcome.Throttled) telegram.send(Desk.ANA, new Say("Hola"))).scope());
        assertInstanceOf(SendOutcome.Rejected.class, telegram.send(Desk.ANA, new Say("Hola")));
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "403", "500"})
    void noReasonQuotesTheToken(int code) {
        String told = refused(code, "no bot " + Desk.TOKEN + " here").toString();

        assertFalse(told.contains("AAF-the_token"), told);
    }

    @Test
    void noReasonQuotesTheMessage() {
        telegram.answers(400, Telegram.refusal(400, "Bad Request: bad text Mi DNI es 1234", ""));

        String told = telegram.send(Desk.ANA, new Say("Mi DNI es 1234")).toString();

        assertFalse(told.contains("1234"), told);
        assertTrue(told.contains("400"), told);
    }

    @Test
    void noReasonQuotesAnOptionOrAQuotation() {
        telegram.answersOnce(400, Telegram.refusal(400, "Bad Request: bad button Ver a Eva", ""));
        telegram.answersOnce(
                400,
                Telegram.refusal(400, "Bad Request: bad text \\\"Eva tiene...\\\" at byte 3", ""));
        Ask ask = new Ask("Eva tiene hora", "Ver", List.of(new Option("eva1", "Ver a Eva")));

        assertEquals(
                new SendOutcome.Rejected("400 (details left out: they quote the message)"),
                telegram.send(Desk.ANA, ask));
        assertEquals(
                new SendOutcome.Rejected("400 Bad Request: bad text (quotation) at byte 3"),
                telegram.send(Desk.ANA, ask));
    }

    private SendOutcome throttled(String chat, int seconds, String parameters) {
        telegram.answers(
                429,
                Telegram.refusal(
                        429,
                        "Too Many Requests: retry after " + seconds,
                        ",'parameters':" + parameters));
        return telegram.send(Desk.contact(chat, "Ana", "ana_g"), new Say("Hola"));
    }

    private SendOutcome refused(int code, String description) {
        telegram.answers(code, Telegram.refusal(code, description, ""));
        return telegram.send(Desk.ANA, new Say("Hola"));
    }

    private static String migration() {
        return Telegram.refusal(
                400, UPGRADED, ",'parameters':{'migrate_to_chat_id':-1001555296434}");
    }
}
