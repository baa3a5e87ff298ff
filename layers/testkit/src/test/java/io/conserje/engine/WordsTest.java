package io.conserje.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.Words;
import io.conserje.engine.OpeningHours.Span;
import io.conserje.engine.understanding.Hearing;
import io.conserje.engine.understanding.NaturalLanguage;
import io.conserje.engine.understanding.Understanding;
import io.conserje.model.Content;
import io.conserje.model.Filing;
import io.conserje.model.InboundMessage;
import io.conserje.model.Language;
import io.conserje.model.MediaKind;
import io.conserje.model.Outgoing;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words in the files: complete, in both languages, and none that nobody says. */
class WordsTest {
    private static final Pattern NAME = Pattern.compile("\\{[a-z]+}");
    private static final Pattern KEY = Pattern.compile("<<([a-z.-]+)>>");

    private final Words words = Words.load();

    @Test
    void bothLanguagesHaveTheSamePhrasesWithTheSameNamesInThem() {
        Map<String, String> spanish = phrases(Language.ES);
        Map<String, String> english = phrases(Language.EN);

        assertEquals(spanish.keySet(), english.keySet());
        spanish.forEach((key, phrase) ->
                assertEquals(names(phrase), names(english.getOrDefault(key, "")), key));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPhraseThereIsIsSaidAndEveryPhraseSaidIsThere(Language language) {
        Set<String> said = new TreeSet<>();
        PhraseBook marked = marked();

        scenes(language)
                .forEach(scene ->
                        play(scene, marked, language)
                                .forEach(text ->
                                        KEY.matcher(text)
                                                .results()
                                                .map(found -> found.group(1))
                                                .forEach(said::add)));

        Set<String> known = new TreeSet<>(phrases(language).keySet());
        said.addAll(known.stream().filter(WordsTest::isOfADialogue).toList());
        assertEquals(known, said);
    }

    /**
     * What is said of appointments depends on what is free; the dialogues that are shipped come
     * past it. Here it only has to stand in the source that says it, whole or as the beginning of
     * its family.
     */
    private static boolean isOfADialogue(String key) {
        String family = key.replaceAll("[.](days?|hours?|minutes?)$", "");
        return SOURCES.contains("\"" + key + "\"")
                || SOURCES.contains("\"" + family + "\"")
                || SOURCES.contains("\"" + family + ".\"");
    }

    private static final String SOURCES = sources();

    private static String sources() {
        Path engine =
                Path.of(
                        System.getProperty("conserje.root"),
                        "layers/engine/src/main/java/io/conserje/engine");
        try (Stream<Path> files = Files.walk(engine.resolve("dialogue"))) {
            StringBuilder all = new StringBuilder();
            for (String shell : List.of("Talk", "Draft", "Rules")) {
                all.append(Files.readString(engine.resolve(shell + ".java")));
            }
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aWordAsksForOneThingOnly() {
        Set<String> seen = new HashSet<>();
        words.lexicon()
                .intents()
                .values()
                .forEach(all -> all.forEach(word -> assertTrue(seen.add(word), word)));
    }

    @Test
    void everyWordAsksForWhatItStandsFor() {
        Understanding understanding =
                new NaturalLanguage(words.lexicon(), words.intents(), Businesses.clinic());
        Hearing hearing =
                new Hearing(
                        Messages.MORNING.atZone(Businesses.ZONE),
                        Language.ES,
                        Hearing.Asked.NOTHING);
        Map<String, List<String>> intents = new HashMap<>(words.lexicon().intents());
        intents.keySet().removeAll(Set.of(Intents.STOP, Intents.START));

        intents.forEach((intent, all) ->
                all.forEach(word ->
                        assertTrue(
                                understanding.read(word, hearing).wants(intent),
                                word + " should ask for " + intent)));
    }

    @Test
    void aWordThatTellsTheLanguageStandsInOneOnly() {
        Set<String> both =
                new HashSet<>(words.lexicon().markers().getOrDefault(Language.ES, List.of()));
        both.retainAll(words.lexicon().markers().getOrDefault(Language.EN, List.of()));

        assertEquals(Set.of(), both);
    }

    /** The same phrases, each of which says only which it is. */
    private PhraseBook marked() {
        Map<Language, Map<String, String>> marked = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Map<String, String> phrases = new HashMap<>();
            phrases(language)
                    .forEach((key, phrase) ->
                            phrases.put(key, "<<" + key + ">>" + String.join("", names(phrase))));
            marked.put(language, phrases);
        }
        return new PhraseBook(marked);
    }

    private record Scene(Map<DayOfWeek, List<Span>> week, String now, List<Content> turns) {}

    /** Between them they come past every rule. */
    private static List<Scene> scenes(Language language) {
        Content hello = text(language, "hola", "hello");
        Content hours = new Content.Choice("hours", "hours");
        Content person = new Content.Choice("person", "person");
        Map<DayOfWeek, List<Span>> clinic = Businesses.clinic().hours().week();
        List<Content> cannot = new ArrayList<>(Messages.ofEveryKind());
        cannot.removeIf(Content.Text.class::isInstance);
        cannot.addFirst(hello);
        cannot.add(Messages.media(MediaKind.IMAGE));
        for (Filing.Cause cause : Filing.Cause.values()) {
            cannot.add(Messages.media(MediaKind.IMAGE).with(new Filing.Refused(cause, "")));
        }
        Span morning = Businesses.span("08:00", "12:00");
        Span afternoon = Businesses.span("14:00", "18:00");
        Map<DayOfWeek, List<Span>> twoDays =
                Map.of(
                        DayOfWeek.MONDAY, List.of(morning, afternoon),
                        DayOfWeek.TUESDAY, List.of(morning, afternoon));
        Content unknown = new Content.Text("xyzzy");
        return List.of(
                new Scene(clinic, "2026-03-11T10:00", List.of(hello, hello, hours, person)),
                new Scene(clinic, "2026-03-11T06:00", List.of(hello, hours)),
                new Scene(clinic, "2026-03-11T20:00", List.of(hello, hours)),
                new Scene(clinic, "2026-03-14T20:00", List.of(hello, hours)),
                new Scene(twoDays, "2026-03-11T10:00", List.of(hello, hours)),
                new Scene(Map.of(), "2026-03-11T10:00", List.of(hello, hours)),
                new Scene(
                        clinic,
                        "2026-03-11T10:00",
                        List.of(
                                text(language, "menú del día", "show me the menu please"),
                                text(language, "gracias", "thanks"),
                                text(language, "BAJA", "STOP"),
                                text(language, "ALTA", "START"))),
                new Scene(
                        clinic,
                        "2026-03-11T10:00",
                        List.of(
                                text(language, "¿precios?", "how much?"),
                                unknown,
                                unknown,
                                unknown)),
                new Scene(clinic, "2026-03-11T10:00", cannot));
    }

    private static Content text(Language language, String spanish, String english) {
        return new Content.Text(language == Language.ES ? spanish : english);
    }

    private List<String> play(Scene scene, PhraseBook phrases, Language language) {
        Business business = Businesses.clinicOpen(scene.week());
        Engine engine =
                new Engine(
                        business,
                        phrases,
                        words.lexicon(),
                        new NaturalLanguage(words.lexicon(), words.intents(), business));
        Instant now = Messages.atTheClinic(scene.now());
        Session session = Session.fresh();
        List<String> said = new ArrayList<>();
        for (Content content : scene.turns()) {
            InboundMessage message = Messages.message("m", content);
            Step step =
                    assertInstanceOf(
                            Step.class,
                            engine.begin(session, List.of(message), now).with(List.of()));
            session = step.session();
            step.effects().forEach(effect -> said.addAll(textsOf(effect)));
        }
        assertEquals(language, session.language().orElse(Language.ES));
        return said;
    }

    private static List<String> textsOf(Effect effect) {
        return switch (effect) {
            case Effect.HandOver handOver -> List.of();
            case Effect.Send send ->
                    switch (send.content()) {
                        case Outgoing.Say say -> List.of(say.text());
                        case Outgoing.Ask ask -> {
                            List<String> texts = new ArrayList<>(List.of(ask.text(), ask.opener()));
                            ask.options().forEach(option -> texts.add(option.title()));
                            yield texts;
                        }
                        case Outgoing.File file -> List.of();
                        case Outgoing.Place place -> List.of();
                        case Outgoing.Cards cards -> List.of();
                        case Outgoing.Templated templated -> List.of(templated.text());
                    };
        };
    }

    private Map<String, String> phrases(Language language) {
        return words.phrases().phrases().getOrDefault(language, Map.of());
    }

    private static Set<String> names(String phrase) {
        return NAME.matcher(phrase)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
