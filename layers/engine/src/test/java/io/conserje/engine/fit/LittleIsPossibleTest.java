package io.conserje.engine.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.model.Capabilities;
import io.conserje.model.Content.Card;
import io.conserje.model.MediaFile;
import io.conserje.model.MediaKind;
import io.conserje.model.Outgoing;
import io.conserje.model.Outgoing.Cards;
import io.conserje.model.Outgoing.File;
import io.conserje.model.Outgoing.Place;
import io.conserje.model.Outgoing.Say;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LittleIsPossibleTest {
    private static final Capabilities POOR = Accounts.TEXT_ONLY;
    private static final Capabilities RICH = Accounts.WHATSAPP;

    @Test
    void withoutButtonsTheOptionsBecomeNumberedLines() {
        assertEquals(
                List.of(new Say("¿A qué hora?\n\n1. A las 1\n2. A las 2")),
                Fit.fit(Accounts.ask(2), POOR));
    }

    @Test
    void withoutMapsAPlaceBecomesALink() {
        Place place = new Place(8.98, -79.52, "Clínica Los Robles", Optional.of("Calle 50"));

        assertEquals(
                List.of(
                        new Say(
                                "Clínica Los Robles\nCalle 50\n"
                                        + "https://www.google.com/maps/search/?api=1&query=8.98,-79.52")),
                Fit.fit(place, POOR));
        assertEquals(List.of(place), Fit.fit(place, RICH));
    }

    @Test
    void withoutCardsAContactIsWritten() {
        Cards cards = new Cards(List.of(new Card("Dra. Ruiz", List.of("507 600", "507 601"))));

        assertEquals(List.of(new Say("Dra. Ruiz: 507 600, 507 601")), Fit.fit(cards, POOR));
    }

    @Test
    void aPictureThatIsTooLargeGoesAsADocument() {
        File part = (File) Fit.fit(image(6_000_000, "¿Es ésta?"), RICH).getFirst();

        assertEquals(MediaKind.DOCUMENT, part.kind());
        assertEquals(Optional.empty(), Breach.of(part, RICH));
    }

    @Test
    void aLongCaptionFollowsTheFileAsText() {
        String caption = "Una explicación. ".repeat(100).strip();

        List<Outgoing> parts = Fit.fit(image(1000, caption), RICH);

        assertEquals("", parts.getFirst().text());
        assertEquals(new Say(caption), parts.getLast());
    }

    @Test
    void whatCannotBeCutIsNamed() {
        assertEquals(
                Optional.of(new Breach("bytes of the file", 1000, 0)),
                Breach.of(Fit.fit(image(1000, ""), POOR).getFirst(), POOR));
        assertEquals(
                Optional.of(new Breach("title of option 2", 27, 20)),
                Breach.of(
                        new Outgoing.Ask(
                                "¿Cuál?",
                                "Ver",
                                List.of(
                                        new Outgoing.Option("a", "Una"),
                                        new Outgoing.Option("b", "x".repeat(27)))),
                        RICH));
    }

    private static File image(long bytes, String caption) {
        return new File(
                MediaKind.IMAGE,
                new MediaFile("demo/x", "image/jpeg", bytes, "0".repeat(64)),
                Optional.empty(),
                Optional.of(caption),
                false);
    }
}
