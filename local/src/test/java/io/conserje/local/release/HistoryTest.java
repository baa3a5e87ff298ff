package io.conserje.local.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.local.release.History.Entry;
import io.conserje.local.release.History.How;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which release is the one before, whatever was deployed and taken back. */
class HistoryTest {
    /** A letter is a deployment, one after {@code <} a rollback to it. */
    private static List<Entry> told(String story) {
        return Arrays.stream(story.split(" "))
                .filter(word -> !word.isBlank())
                .map(word ->
                        word.startsWith("<")
                                ? new Entry(How.ROLLBACK, word.substring(1))
                                : new Entry(How.DEPLOY, word))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "'', a, -",
        "a, a, -",
        "a b, b, a",
        // Twice the same, with other parameters, is one place to go back from.
        "a b b, b, a",
        "a b c, c, b",
        "a b c <b, b, a",
        "a b c <b <a, a, -",
        // What was gone back from is not gone back to.
        "a b <a c, c, a",
        // Deployed again on purpose, it is there again.
        "a b <a b, b, a",
        // What runs was deployed by somebody else: the last that is known comes before it.
        "a b, x, b",
        // Its beginning was lost.
        "<b, b, -"
    })
    void the_one_before(String story, String running, String before) {
        assertEquals(
                Optional.of(before).filter(it -> !it.equals("-")),
                History.before(told(story), running));
    }
}
