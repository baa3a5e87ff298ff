package io.conserje.application;

import io.conserje.engine.Lexicon;
import io.conserje.engine.PhraseBook;
import io.conserje.engine.Plain;
import io.conserje.engine.understanding.IntentModel;
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
import java.util.Set;

/**
 * Reads the words that the desk says and understands from the files beside this class.
 *
 * @param phrases what customers read
 * @param reasons what operators read: why a message was sent or not
 * @param intents what the training sentences taught
 */
public record Words(PhraseBook phrases, PhraseBook reasons, Lexicon lexicon, IntentModel intents) {

    private static final Set<String> MARKERS = Set.of("language.es", "language.en");

    public static Words load() {
        return new Words(book("phrases"), book("reasons"), readLexicon(), Trained.INTENTS);
    }

    /** Without the model, for who makes it. */
    static Lexicon readLexicon() {
        return lexicon(read("lexicon.properties"));
    }

    /** Read once, with the first words; it is large, and never changes. */
    private static final class Trained {
        static final IntentModel INTENTS = IntentModel.read(lines("intents.model"));
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
        Map<String, List<String>> cues = new HashMap<>();
        lines.forEach((key, words) -> {
            String name = key.substring(key.indexOf('.') + 1);
            if (key.startsWith("intent.")) {
                intents.put(name, plain(words));
            } else if (MARKERS.contains(key)) {
                markers.put(Language.valueOf(name.toUpperCase(Locale.ROOT)), plain(words));
            } else {
                cues.put(key, plain(words));
            }
        });
        return new Lexicon(intents, markers, cues);
    }

    private static List<String> plain(String words) {
        return Arrays.stream(words.split(",")).map(word -> Plain.of(word).text().strip()).toList();
    }

    private static List<String> lines(String file) {
        try (InputStream in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        InputStream in = Words.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException(file + " is missing from the jar");
        }
        return in;
    }

    private static Map<String, String> read(String file) {
        Properties lines = new Properties();
        try (Reader text = new InputStreamReader(open(file), StandardCharsets.UTF_8)) {
            lines.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> map = new HashMap<>();
        lines.stringPropertyNames().forEach(key -> map.put(key, lines.getProperty(key)));
        return map;
    }
}
