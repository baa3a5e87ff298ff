package io.conserje.channel.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.channel.SendOutcome;
import io.conserje.model.Content.Card;
import io.conserje.model.MediaFile;
import io.conserje.model.MediaKind;
import io.conserje.model.Outgoing;
import io.conserje.model.TemplateUse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reasons are logged, and Meta quotes what it refuses. */
class ReasonsQuoteNothingTest {
    private static final String SECRET = "Mi DNI es 1234";

    static Stream<Outgoing> everyPlaceForASecret() {
        Optional<String> secret = Optional.of(SECRET);
        MediaFile file = new MediaFile("demo/k", "image/png", 3, "ab");
        return Stream.of(
                new Outgoing.Say(SECRET),
                new Outgoing.Ask(SECRET, "Ver", List.of(new Outgoing.Option("a", "A"))),
                new Outgoing.Ask("x?", "Ver", List.of(new Outgoing.Option("a", SECRET))),
                new Outgoing.File(MediaKind.IMAGE, file, Optional.empty(), secret, false),
                new Outgoing.File(MediaKind.DOCUMENT, file, secret, Optional.empty(), false),
                new Outgoing.Place(1, 2, SECRET, Optional.empty()),
                new Outgoing.Place(1, 2, "Sol", secret),
                new Outgoing.Cards(List.of(new Card(SECRET, List.of()))),
                new Outgoing.Cards(List.of(new Card("Eva", List.of(SECRET)))),
                new Outgoing.Templated(
                        new TemplateUse("t", "es", Map.of("nombre", SECRET), List.of()), "Hola"),
                new Outgoing.Templated(new TemplateUse("t", "es", Map.of(), List.of()), SECRET));
    }

    @ParameterizedTest
    @MethodSource("everyPlaceForASecret")
    void aReasonThatQuotesTheMessageLeavesItOut(Outgoing content) throws Exception {
        try (Graph graph = new Graph()) {
            graph.answersAt("/media", 200, "{'id':'555'}");
            graph.answers(
                    400, "{'error':{'message':'(#100) Bad value: " + SECRET + "','code':100}}");

            SendOutcome outcome =
                    graph.send(
                            Desk.ANA,
                            content,
                            any -> new ByteArrayInputStream("PNG".getBytes(UTF_8)));

            assertEquals(
                    new SendOutcome.Rejected("100 (details left out: they quote the message)"),
                    outcome);
        }
    }

    @Test
    void aReasonThatQuotesTheNumberLeavesItOut() throws Exception {
        try (Graph graph = new Graph()) {
            graph.answers(400, "{'error':{'message':'No number 34600111222','code':131026}}");

            assertEquals(
                    new SendOutcome.Rejected("131026 (details left out: they quote the message)"),
                    graph.send(Desk.ANA, new Outgoing.Say("Hola")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Eva, 100 (details left out: they quote the message)",
                "Ev, `100 Bad value: 'Eva' of 10`",
                "10, 100 (details left out: they quote the message)",
                "1, `100 Bad value: 'Eva' of 10`",
                "100, `100 Bad value: 'Eva' of 10`",
            })
    void aFewCharactersOfOursAreNoQuoteInsideOfAnotherWord(String text, String reason)
            throws Exception {
        try (Graph graph = new Graph()) {
            graph.answers(exchange -> {
                byte[] error =
                        "{\"error\":{\"message\":\"(#100) Bad value: 'Eva' of 10\",\"code\":100}}"
                                .getBytes(UTF_8);
                exchange.sendResponseHeaders(400, error.length);
                exchange.getResponseBody().write(error);
                exchange.close();
            });

            assertEquals(
                    new SendOutcome.Rejected(reason), graph.send(Desk.ANA, new Outgoing.Say(text)));
        }
    }
}
