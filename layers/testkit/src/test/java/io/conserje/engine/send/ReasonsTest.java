package io.conserje.engine.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.Words;
import io.conserje.model.Language;
import io.conserje.model.Template;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sentences in which operators read why. */
class ReasonsTest {
    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    private final Map<String, String> spanish = reasons(Language.ES);
    private final Map<String, String> english = reasons(Language.EN);

    @Test
    void bothLanguagesGiveTheSameReasonsWithTheSameNamesInThem() {
        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(spanish.keySet()));
        english.forEach((key, sentence) -> {
            String other = spanish.getOrDefault(key, "");
            assertEquals(names(sentence), names(other), key);
            assertNotEquals(sentence, other, key);
        });
    }

    @ParameterizedTest
    @EnumSource(Hold.Kind.class)
    void everyHoldHasItsSentence(Hold.Kind kind) {
        assertTrue(english.containsKey("held." + kind.name().toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @EnumSource(value = Template.Status.class, mode = EnumSource.Mode.EXCLUDE, names = "APPROVED")
    void everyTemplateThatIsNotApprovedHasItsSentence(Template.Status status) {
        assertTrue(english.containsKey("template." + status.name().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> reasons(Language language) {
        return Words.load().reasons().phrases().getOrDefault(language, Map.of());
    }

    private static Set<String> names(String sentence) {
        return NAME.matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
