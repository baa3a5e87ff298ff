package io.conserje.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.release.Refusal;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the command line says, in both languages. */
class TextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d+");

    private static Properties read(String file) throws IOException {
        Properties lines = new Properties();
        try (Reader text =
                new InputStreamReader(
                        Objects.requireNonNull(TextsTest.class.getResourceAsStream(file), file),
                        StandardCharsets.UTF_8)) {
            lines.load(text);
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(strings = {"texts", "usage"})
    void everything_is_said_in_both_languages_with_the_same_gaps(String name) throws IOException {
        Properties english = read(name + ".properties");
        Properties spanish = read(name + "_es.properties");

        assertFalse(english.isEmpty());
        assertEquals(english.stringPropertyNames(), spanish.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertEquals(gaps(english.getProperty(key)), gaps(spanish.getProperty(key)), key);
        }
    }

    private static Set<String> gaps(String text) {
        return PLACE.matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource
    void every_refusal_of_a_deployment_has_its_words(Refusal.Why why) {
        assertTrue(Texts.of("en").find("deploy.refused." + why).isPresent());
    }

    @Test
    void every_command_says_what_it_is_for() {
        CommandLine line = Conserje.commandLine();

        assertTrue(
                line.getSubcommands().size() >= 10,
                () -> line.getSubcommands().keySet().toString());
        line.getSubcommands()
                .forEach((name, command) ->
                        assertFalse(
                                command.getHelp().header().isBlank(),
                                () -> name + " has no header in usage.properties"));
    }
}
