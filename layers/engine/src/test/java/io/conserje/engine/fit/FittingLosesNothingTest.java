package io.conserje.engine.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.model.Outgoing;
import io.conserje.model.Outgoing.Ask;
import io.conserje.model.Outgoing.Option;
import io.conserje.model.Outgoing.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Properties over generated content; a failure names the seed that brings it back. */
@Tag("many")
class FittingLosesNothingTest {
    private static final int SEEDS = 300;
    private static final List<String> PIECES =
            List.of(
                    "cita",
                    "12.50",
                    "Dra. Ruiz",
                    "mañana",
                    "¿Sí?",
                    "¡No!",
                    "…",
                    ".",
                    ". ",
                    "\n",
                    "\n\n",
                    "\r\n",
                    "\t",
                    "   ",
                    "\u00a0",
                    "\u3000",
                    "👩🏽‍⚕️",
                    "🇪🇸",
                    "😀",
                    "e\u0301",
                    "日本",
                    "x".repeat(50));

    @Test
    void theTextsOfTheSaidPartsAreTheWholeText() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Say say = new Say(text(new Random(seed), 15_000));

            assertEquals(inked(say.text()), inked(Fit.fit(say, Accounts.WHATSAPP)), "seed " + seed);
        }
    }

    @Test
    void aQuestionKeepsItsTextAndItsOptionsInOrder() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Ask ask = ask(new Random(seed));

            List<Outgoing> parts = Fit.fit(ask, Accounts.WHATSAPP);

            List<Outgoing> upToFirstQuestion =
                    parts.subList(0, parts.size() - (ask.options().size() - 1) / 10);
            assertEquals(inked(ask.text()), inked(upToFirstQuestion), "seed " + seed);
            assertEquals(ids(List.of(ask)), ids(parts), "seed " + seed);
        }
    }

    @Test
    void everyPartIsWithinTheLimitsAndFittingItAgainChangesNothing() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Outgoing content = random.nextBoolean() ? ask(random) : new Say(text(random, 15_000));
            for (Outgoing part : Fit.fit(content, Accounts.WHATSAPP)) {
                assertEquals(Optional.empty(), Breach.of(part, Accounts.WHATSAPP), "seed " + seed);
                assertEquals(List.of(part), Fit.fit(part, Accounts.WHATSAPP), "seed " + seed);
            }
        }
    }

    @Test
    void noPartBeginsOrEndsInsideASurrogatePair() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Say say =
                    new Say(
                            "😀👩🏽‍⚕️x".repeat(1 + random.nextInt(3000))
                                    + "a".repeat(random.nextInt(5)));
            for (Outgoing part : Fit.fit(say, Accounts.WHATSAPP)) {
                String text = part.text();
                assertEquals(false, Character.isLowSurrogate(text.charAt(0)), "seed " + seed);
                assertEquals(
                        false,
                        Character.isHighSurrogate(text.charAt(text.length() - 1)),
                        "seed " + seed);
            }
        }
    }

    private static Ask ask(Random random) {
        List<Option> options = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(30); i++) {
            options.add(new Option("id-" + i, text(random, 60)));
        }
        return new Ask(text(random, 6000), text(random, 40), options);
    }

    private static String text(Random random, int most) {
        int length = 1 + random.nextInt(most);
        StringBuilder text = new StringBuilder(PIECES.get(random.nextInt(5)));
        while (text.length() < length) {
            text.append(random.nextInt(4) == 0 ? " " : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static List<String> ids(List<Outgoing> parts) {
        return parts.stream()
                .filter(Ask.class::isInstance)
                .flatMap(part -> ((Ask) part).options().stream())
                .map(Option::id)
                .toList();
    }

    private static String inked(List<Outgoing> parts) {
        return parts.stream().map(part -> inked(part.text())).collect(Collectors.joining());
    }

    private static String inked(String text) {
        return text.codePoints()
                .filter(character -> !Character.isWhitespace(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
