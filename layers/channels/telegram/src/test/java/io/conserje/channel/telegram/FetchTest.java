package io.conserje.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.conserje.channel.FetchOutcome;
import io.conserje.model.Content;
import io.conserje.model.MediaKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer's file is asked for in two calls. */
class FetchTest {
    private static final Content.Media PHOTO =
            new Content.Media(
                    MediaKind.IMAGE,
                    "AgADAgAD36sxG",
                    "image/jpeg",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false);

    private Telegram telegram;

    @BeforeEach
    void open() throws IOException {
        telegram = new Telegram();
    }

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void theFileIsReadFromWhereTelegramSays() throws Exception {
        telegram.answersOnce(200, path("photos/file 1.jpg", 19));
        telegram.answersOnce(exchange -> give(exchange, Telegram.FILE));

        var found = assertInstanceOf(FetchOutcome.Found.class, telegram.fetch(PHOTO));

        assertEquals(OptionalLong.of(19), found.length());
        try (var bytes = found.bytes()) {
            assertArrayEquals(Telegram.FILE, bytes.readAllBytes());
        }
        assertEquals("getFile", telegram.calls.get(0).method());
        assertEquals("AgADAgAD36sxG", telegram.calls.get(0).body().path("file_id").asText());
        assertEquals(
                "/file/bot" + Desk.TOKEN + "/photos/file%201.jpg", telegram.calls.get(1).path());
    }

    @Test
    void aFileThatTelegramDoesNotGiveOutIsTooLarge() {
        telegram.answers(400, Telegram.refusal(400, "Bad Request: file is too big", ""));

        assertEquals(
                new FetchOutcome.TooLarge("400 Bad Request: file is too big"),
                telegram.fetch(PHOTO));
    }

    @Test
    void aFileThatIsDeclaredLargerThanWeTakeIsNotFetched() {
        telegram.answers(200, path("a.jpg", (20L << 20) + 1));

        assertInstanceOf(FetchOutcome.TooLarge.class, telegram.fetch(PHOTO));
        assertEquals(1, telegram.calls.size());
    }

    @Test
    void aFileThatTurnsOutLargerIsNotRead() {
        telegram.answersOnce(200, path("a.jpg", 19));
        telegram.answersOnce(exchange -> {
            exchange.sendResponseHeaders(200, (20L << 20) + 1);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
        });

        assertInstanceOf(FetchOutcome.TooLarge.class, telegram.fetch(PHOTO));
    }

    @Test
    void aFileThatNobodyKnowsIsGone() {
        telegram.answers(400, Telegram.refusal(400, "Bad Request: invalid file_id", ""));

        assertEquals(
                new FetchOutcome.Gone("400 Bad Request: invalid file_id"), telegram.fetch(PHOTO));
    }

    @ParameterizedTest
    @CsvSource({"400", "404", "410"})
    void aPathThatLeadsNowhereIsGone(int status) {
        telegram.answersOnce(200, path("a.jpg", 19));
        telegram.answers(status, "{'ok':false,'error_code':404}");

        assertInstanceOf(FetchOutcome.Gone.class, telegram.fetch(PHOTO));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "429; Too Many Requests: retry after 17; 17",
                "500; Internal Server Error; 5",
                "504; Gateway Timeout; 5",
                "400; Bad Request: wrong file_id or the file is temporarily unavailable; 5",
                "401; Unauthorized; 60",
                "404; Not Found; 60",
            })
    void whatPassesIsAskedForLater(int code, String description, int seconds) {
        telegram.answers(
                code,
                Telegram.refusal(
                        code, description, code == 429 ? ",'parameters':{'retry_after':17}" : ""));

        var later = assertInstanceOf(FetchOutcome.NotNow.class, telegram.fetch(PHOTO));

        assertEquals(Duration.ofSeconds(seconds), later.after());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html></html>", "{'ok':true,'result':{}}", "{'ok':true}"})
    void anAnswerWithoutAPathIsNoneYet(String body) {
        telegram.answers(200, body);

        assertInstanceOf(FetchOutcome.NotNow.class, telegram.fetch(PHOTO));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 500, 502})
    void aDownloadMayFailForNow(int status) {
        telegram.answersOnce(200, path("a.jpg", 19));
        telegram.answers(status, "");

        assertInstanceOf(FetchOutcome.NotNow.class, telegram.fetch(PHOTO));
    }

    @Test
    void noAnswerIsForNowAndNamesNoToken() {
        telegram.answers(HttpExchange::close);

        var later = assertInstanceOf(FetchOutcome.NotNow.class, telegram.fetch(PHOTO));
        assertFalse(later.reason().contains("AAF"), later.reason());

        telegram.answersOnce(200, path("a.jpg", 19));
        assertInstanceOf(FetchOutcome.NotNow.class, telegram.fetch(PHOTO));
    }

    @Test
    void aTokenThatIsNoneWaitsForAPerson() {
        var later =
                assertInstanceOf(
                        FetchOutcome.NotNow.class,
                        new TelegramChannel()
                                .fetch(PHOTO, Desk.ACCOUNT, Desk.secrets("bot-token", " ")));

        assertTrue(later.reason().contains("'bot-token'"), later.reason());
    }

    private static String path(String path, long size) {
        return "{'ok':true,'result':{'file_id':'a','file_size':%d,'file_path':'%s'}}"
                .formatted(size, path);
    }

    private static void give(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
