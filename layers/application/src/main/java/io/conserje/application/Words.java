package io.conserje.application;

import io.conserje.engine.Lexicon;
import io.conserje.engine.PhraseBook;
import io.conserje.engine.Plain;
import io.conserje.model.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Reads the words that the desk says and understands from the files beside this class.
 *
 * @param phrases what customers read
 * @param reasons what operators read: why a message was sent or not
 * @param occasions what customers read that nobody asked for
 */
public record Words(PhraseBook phrases, PhraseBook reasons, PhraseBook occasions, Lexicon lexicon) {

    public static Words load() {
        return new Words(
                book("phrases"),
                book("reasons"),
                book("occasions"),
                lexicon(read("lexicon.properties")));
    }

    private static PhraseBook book(String name) {
        Map<Language, Map<String, String>> phrases = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            phrases.put(language, read(name + "_" + language.code() + ".properties"));
        }
        return new PhraseBook(phrases);
    }

    private static Lexicon lexicon(Map<String, String> lines) {
        Map<String, List<String>> intents = new HashMap<>();
        Map<Language, List<String>> markers = new EnumMap<>(Language.class);
        lines.forEach((key, words) -> {
            String name = key.substring(key.indexOf('.') + 1);
            if (key.startsWith("intent.")) {
                intents.put(name, plain(words));
            } else {
                markers.put(Language.valueOf(name.toUpperCase(Locale.ROOT)), plain(words));
            }
        });
        return new Lexicon(intents, markers);
    }

    private static List<String> plain(String words) {
        return Arrays.stream(words.split(",")).map(word -> Plain.of(word).text().strip()).toList();
    }

    private static Map<String, String> read(String file) {
        Properties lines = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the jar");
            }
            Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
            lines.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> map = new HashMap<>();
        lines.stringPropertyNames().forEach(key -> map.put(key, lines.getProperty(key)));
        return map;
    }
}
