package io.conserje.engine.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.model.Content.Card;
import io.conserje.model.MediaFile;
import io.conserje.model.MediaKind;
import io.conserje.model.Outgoing;
import io.conserje.model.Outgoing.Ask;
import io.conserje.model.Outgoing.Option;
import io.conserje.model.Outgoing.Say;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OnlyWhatTheAccountCanCarryTest {
    private static final Ask QUESTION =
            new Ask("¿Cuándo?", "Ver", List.of(new Option("a", "Hoy"), new Option("b", "Mañana")));
    private static final Outgoing.Place PLACE =
            new Outgoing.Place(8.98, -79.52, "Clínica", Optional.of("Calle 50"));

    @Test
    void whatFitsIsSentAsItIs() {
        Sending question = Sending.notice().saying(QUESTION);

        assertEquals(QUESTION, question.sent());
        assertEquals(
                new Decision.Send(QUESTION, "nothing speaks against it", Reason.of("fine")),
                question.decide());
    }

    @Test
    void buttonsBecomeNumberedTextWhereThereAreNone() {
        Sending question = Sending.notice().saying(QUESTION).over(Sending.TEXT_ONLY);

        assertEquals(new Say("¿Cuándo?\n\n1. Hoy\n2. Mañana"), question.sent());
        assertEquals(Reason.of("fine.changed"), question.decide().reason());
    }

    @Test
    void aPlaceBecomesALinkWhereThereAreNone() {
        assertEquals(PLACE, Sending.notice().saying(PLACE).sent());
        assertEquals(
                new Say(
                        "Clínica\nCalle 50\n"
                                + "https://www.google.com/maps/search/?api=1&query=8.98,-79.52"),
                Sending.notice().saying(PLACE).over(Sending.TEXT_ONLY).sent());
    }

    @Test
    void cardsBecomeTextWhereThereAreNone() {
        Outgoing cards = new Outgoing.Cards(List.of(new Card("Dra. Ruiz", List.of("+507 1234"))));

        assertEquals(cards, Sending.notice().saying(cards).sent());
        assertEquals(
                new Say("Dra. Ruiz: +507 1234"),
                Sending.notice().saying(cards).over(Sending.TEXT_ONLY).sent());
    }

    @Test
    void aPictureThatIsTooLargeGoesAsADocument() {
        assertEquals(
                picture(MediaKind.DOCUMENT, 6_000_000),
                Sending.notice().saying(picture(MediaKind.IMAGE, 6_000_000)).sent());
    }

    @Test
    void aTextIsSentUpToTheLimitAndNotBeyondIt() {
        Sending sending = Sending.notice().over(Sending.TEXT_ONLY);

        sending.saying(new Say("a".repeat(160))).isSent();
        sending.saying(new Say("a".repeat(161))).isRefused("several", Map.of("parts", "2"));
    }

    @Test
    void moreOptionsThanAListTakesAreRefused() {
        List<Option> eleven =
                IntStream.rangeClosed(1, 11)
                        .mapToObj(i -> new Option("o" + i, "Opción " + i))
                        .toList();

        Sending.notice()
                .saying(new Ask("¿Cuál?", "Ver", eleven))
                .isRefused("several", Map.of("parts", "2"));
    }

    @Test
    void aRefusalNamesTheFieldThatIsTooMuch() {
        Option longId = new Option("x".repeat(257), "Hoy");

        Sending.notice()
                .saying(new Ask("¿Cuándo?", "Ver", List.of(new Option("a", "Ayer"), longId)))
                .isRefused(
                        "too-much",
                        Map.of("field", "id of option 2", "has", "257", "takes", "256"));
        Sending.notice()
                .saying(picture(MediaKind.IMAGE, 100_000_001))
                .isRefused(
                        "too-much",
                        Map.of(
                                "field", "bytes of the file",
                                "has", "100000001",
                                "takes", "5000000"));
    }

    @Test
    void aRefusalNamesWhatTheAccountCannotSendAtAll() {
        Sending.notice()
                .saying(picture(MediaKind.AUDIO, 100_000_001))
                .isRefused(
                        "cannot-carry",
                        Map.of("field", "bytes of the file", "has", "100000001", "takes", "0"));
        Sending.notice()
                .saying(new Outgoing.Templated(Sending.use(), "Hola Ana."))
                .over(Sending.TEXT_ONLY)
                .isRefused("cannot-carry", Map.of("field", "template", "has", "1", "takes", "0"));
    }

    private static Outgoing picture(MediaKind kind, long bytes) {
        return new Outgoing.File(
                kind,
                new MediaFile("demo/x", "image/jpeg", bytes, "0".repeat(64)),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
