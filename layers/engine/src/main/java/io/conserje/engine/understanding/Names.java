package io.conserje.engine.understanding;

import io.conserje.engine.Lexicon;
import io.conserje.engine.understanding.Hearing.Asked;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Reads who it is for: "soy Ana Ruiz", "a nombre de Pedro Gil", "it's for my son Tom". */
final class Names {
    private static final int LONGEST = 5;
    private static final int LONGEST_WORD = 30;

    private final Phrases<Boolean> sure = new Phrases<>();
    private final Phrases<Boolean> likely = new Phrases<>();
    private final Phrases<Boolean> relatives = new Phrases<>();
    private final Set<String> never;
    private final Set<String> particles;
    private final Set<String> articles;
    private final Phrases<Boolean> lead = new Phrases<>();
    private final Predicate<String> isKnown;

    Names(Lexicon lexicon, Predicate<String> isKnown) {
        this.isKnown = isKnown;
        sure.addAll(lexicon.cues("name.sure"), true);
        likely.addAll(lexicon.cues("name.likely"), true);
        relatives.addAll(lexicon.cues("name.relative"), true);
        lead.addAll(lexicon.cues("name.lead"), true);
        never = new HashSet<>(lexicon.cues("name.not"));
        articles = new HashSet<>(lexicon.cues("name.article"));
        particles = new HashSet<>(lexicon.cues("name.particle"));
    }

    /** A name that the sentence says is one. */
    Optional<String> told(Utterance said, Asked asked) {
        List<String> texts = said.texts();
        for (int at = 0; at < texts.size(); at++) {
            boolean free = asked == Asked.NAME;
            Optional<Phrases.Found<Boolean>> cue = sure.at(texts, at);
            if (cue.isEmpty()) {
                cue = relatives.at(texts, at);
            }
            boolean certain = cue.isPresent();
            if (cue.isEmpty()) {
                cue = likely.at(texts, at);
            }
            if (cue.isEmpty() || !said.isFree(at, cue.get().end())) {
                continue;
            }
            int start = cue.get().end();
            start += articles.contains(said.text(start)) ? 1 : 0;
            Optional<String> name = at(said, start, certain || free);
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    /**
     * A name that stands before all else: "Ana López. Quiero ...", "Ana López, para mañana ...".
     */
    Optional<String> leading(Utterance said) {
        int end = end(said, 0, false);
        boolean full = end > 1 && end < said.size() && said.word(end).opens();
        boolean named = full && IntStream.range(0, end).allMatch(at -> isName(said, at));
        return named ? taken(said, 0, end) : Optional.empty();
    }

    /** A name that stands after all else: "mañana a las 10, Ana López". */
    Optional<String> closing(Utterance said) {
        int start = said.size();
        while (start > 0
                && said.isFree(start - 1)
                && isName(said, start - 1)
                && !opens(said, start)) {
            start--;
        }
        int count = said.size() - start;
        if (count < 2 || count > LONGEST || start == 0) {
            return Optional.empty();
        }
        boolean apart = said.word(start).opens() || !said.isFree(start - 1);
        return apart ? taken(said, start, said.size()) : Optional.empty();
    }

    private static boolean opens(Utterance said, int at) {
        return at < said.size() && said.word(at).opens();
    }

    private boolean isName(Utterance said, int at) {
        return particles.contains(said.text(at))
                || (said.isCapital(at) && !isKnown.test(said.written(at)));
    }

    /** A text that is a name and nothing else, when a name was asked for. */
    Optional<String> bare(Utterance said) {
        int at = 0;
        while (at < said.size()) {
            var courtesy = lead.at(said.texts(), at);
            if (courtesy.isEmpty()) {
                break;
            }
            at = courtesy.get().end();
        }
        int end = end(said, at, true);
        boolean rest = end < said.size() && !said.word(end).opens() && said.isFree(end);
        if (end == at || rest || end - at > LONGEST || said.isQuestion()) {
            return Optional.empty();
        }
        return taken(said, at, end);
    }

    private Optional<String> at(Utterance said, int start, boolean small) {
        int end = end(said, start, small);
        return end == start || said.word(start).opens() && !isColon(said, start)
                ? Optional.empty()
                : taken(said, start, end);
    }

    private static boolean isColon(Utterance said, int at) {
        return at > 0
                && said.raw()
                        .substring(said.word(at - 1).end(), said.word(at).start())
                        .strip()
                        .equals(":");
    }

    private int end(Utterance said, int start, boolean small) {
        int at = start;
        while (at < said.size() && at - start < LONGEST && belongs(said, at, start, small)) {
            at++;
        }
        while (at > start && particles.contains(said.text(at - 1))) {
            at--;
        }
        return at;
    }

    private boolean belongs(Utterance said, int at, int start, boolean small) {
        String word = said.written(at);
        if (!said.isFree(at) || (at > start && said.word(at).opens())) {
            return false;
        }
        if (at > start && particles.contains(word)) {
            return at + 1 < said.size() && belongs(said, at + 1, start, small);
        }
        if (never.contains(word)
                || word.length() < 2
                || word.length() > LONGEST_WORD
                || !word.chars().allMatch(Character::isLetter)) {
            return false;
        }
        return said.isCapital(at)
                ? !isKnown.test(word) || at > start || small
                : small && !isKnown.test(word);
    }

    private Optional<String> taken(Utterance said, int from, int to) {
        StringBuilder name = new StringBuilder();
        for (int at = from; at < to; at++) {
            if (at > from) {
                name.append(' ');
            }
            boolean particle = at > from && particles.contains(said.text(at));
            name.append(particle ? low(said.word(at).raw()) : asWritten(said.word(at).raw()));
        }
        said.take(from, to, Utterance.NAME);
        return Optional.of(name.toString());
    }

    private static String low(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** "ana" and "ANA" are Ana; "McDonald" is as it is. */
    private static String asWritten(String word) {
        boolean mixed = !word.equals(low(word)) && !word.equals(word.toUpperCase(Locale.ROOT));
        if (mixed) {
            return word;
        }
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toUpperCase(Locale.ROOT) + low(word.substring(first));
    }
}
