package io.conserje.engine.understanding;

import io.conserje.engine.Business;
import io.conserje.engine.Intents;
import io.conserje.engine.Lexicon;
import io.conserje.engine.Plain;
import io.conserje.engine.Topic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Words and phrases that leave no doubt about what is asked for. */
final class Cues {
    private static final String EXACT = "exact.";
    private static final String NEVER = "never.";

    private final Phrases<String> sure = new Phrases<>();
    private final Phrases<String> topics = new Phrases<>();
    private final Phrases<String> never = new Phrases<>();
    private final Phrases<String> exact = new Phrases<>();
    private final Phrases<Boolean> courtesy = new Phrases<>();
    private final Phrases<Boolean> negation = new Phrases<>();
    private final Phrases<Boolean> intention = new Phrases<>();

    Cues(Lexicon lexicon, Business business) {
        Set<String> ids = new HashSet<>();
        business.topics().forEach(topic -> ids.add(topic.id()));
        lexicon.intents()
                .forEach((intent, words) -> {
                    if (IntentSet.ofTheDesk(intent) || ids.contains(intent)) {
                        sure.addAll(words, intent);
                    }
                });
        lexicon.cues()
                .forEach((name, words) -> {
                    if (name.startsWith(EXACT)) {
                        exact.addAll(words, name.substring(EXACT.length()));
                    } else if (name.startsWith(NEVER)) {
                        never.addAll(words, name.substring(NEVER.length()));
                    }
                });
        business.topics().forEach(this::add);
        courtesy.addAll(lexicon.cues("courtesy"), true);
        negation.addAll(lexicon.cues("negation"), true);
        intention.addAll(lexicon.cues("intention"), true);
    }

    private void add(Topic topic) {
        Set<String> own = new LinkedHashSet<>(topic.words());
        own.add(topic.title().es());
        own.add(topic.title().en());
        for (String words : own) {
            List<String> plain = Phrases.split(Plain.of(words).text());
            sure.add(plain, topic.id());
            topics.add(plain.stream().map(Stems::of).toList(), topic.id());
        }
    }

    Set<String> words() {
        Set<String> words = new HashSet<>(sure.words());
        words.addAll(exact.words());
        return words;
    }

    /** What the text asks for when it is that and nothing else. */
    Set<String> exact(List<String> texts) {
        Set<String> whole = exact.whole(texts);
        return whole.isEmpty() ? exact.whole(withoutCourtesy(texts)) : whole;
    }

    List<String> withoutCourtesy(List<String> texts) {
        Set<Integer> polite = new HashSet<>();
        for (var found : courtesy.in(texts)) {
            for (int at = found.at(); at < found.end(); at++) {
                polite.add(at);
            }
        }
        List<String> rest = new ArrayList<>();
        for (int at = 0; at < texts.size(); at++) {
            if (!polite.contains(at)) {
                rest.add(texts.get(at));
            }
        }
        return rest;
    }

    /**
     * In the order of the text; a word of a time or of a service asks for nothing by itself, but
     * several do: "first available".
     */
    Set<String> sure(Utterance said) {
        Set<String> found = new LinkedHashSet<>();
        for (var phrase : sure.in(said.texts())) {
            boolean tells = phrase.length() > 1 || said.isFree(phrase.at());
            if (tells && !isDenied(said, phrase.at())) {
                found.addAll(phrase.values());
            }
        }
        found.addAll(topics(said));
        return found;
    }

    /** What the business's own words are in, be they for one or for many: "nivel", "niveles". */
    private Set<String> topics(Utterance said) {
        Set<String> found = new LinkedHashSet<>();
        for (var phrase : topics.in(said.texts().stream().map(Stems::of).toList())) {
            if (said.isFree(phrase.at(), phrase.end())) {
                found.addAll(phrase.values());
            }
        }
        return found;
    }

    /** What the text asks for least of all, whatever its words: "no quiero cancelar". */
    Set<String> never(Utterance said) {
        Set<String> denied = new HashSet<>();
        never.in(said.texts()).forEach(phrase -> denied.addAll(phrase.values()));
        for (var phrase : sure.in(said.texts())) {
            if (isDenied(said, phrase.at())
                    && (phrase.values().contains(Intents.CANCEL)
                            || phrase.values().contains(Intents.CHANGE))) {
                denied.addAll(phrase.values());
            }
        }
        return denied;
    }

    /** "no quiero ...", "I don't want to ...": a no with nothing but a wish in between. */
    private boolean isDenied(Utterance said, int at) {
        int before = at - 1;
        while (before >= 0 && intention.at(said.texts(), before).isPresent()) {
            before--;
        }
        return before >= 0
                && negation.at(said.texts(), before).isPresent()
                && !said.word(before + 1).opens();
    }
}
