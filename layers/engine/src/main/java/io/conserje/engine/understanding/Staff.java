package io.conserje.engine.understanding;

import io.conserje.engine.Lexicon;
import io.conserje.engine.Plain;
import io.conserje.engine.booking.Professional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds those who are named, and names that nobody here has. */
final class Staff {
    /** Who is meant, and who was named as if they worked here. */
    record Named(List<String> professionals, List<String> strangers, boolean anyone) {}

    private final Phrases<String> names = new Phrases<>();
    private final Set<String> surnames = new HashSet<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> titles;
    private final Set<String> with;
    private final Set<String> notNames;
    private final Phrases<Boolean> anyone = new Phrases<>();
    private final Predicate<String> isKnown;

    Staff(Lexicon lexicon, List<Professional> all, Predicate<String> isKnown) {
        this.isKnown = isKnown;
        titles = new HashSet<>(lexicon.cues("staff.title"));
        with = new HashSet<>(lexicon.cues("staff.with"));
        notNames = new HashSet<>(lexicon.cues("name.not"));
        anyone.addAll(lexicon.cues("staff.anyone"), true);
        all.forEach(this::add);
    }

    private void add(Professional one) {
        List<String> all = Phrases.split(Plain.of(one.name()).text());
        List<String> name = all.stream().filter(word -> !titles.contains(word)).toList();
        names.add(name, one.id());
        name.stream()
                .filter(word -> word.length() > 2)
                .forEach(word -> names.add(List.of(word), one.id()));
        one.words().forEach(words -> names.add(Phrases.split(Plain.of(words).text()), one.id()));
        if (all.size() > name.size()) {
            names.add(List.of("la", all.getFirst()), one.id());
            spoken(all.getFirst()).forEach(title -> names.add(title, one.id()));
        }
        surnames.addAll(name);
        words.addAll(name);
    }

    /** "la doctora", where there is one only, needs no name. */
    private static List<List<String>> spoken(String title) {
        return switch (title) {
            case "dra", "doctora" -> List.of(List.of("la", "doctora"), List.of("la", "dra"));
            case "dr", "doctor" -> List.of(List.of("el", "doctor"), List.of("el", "dr"));
            default -> List.of();
        };
    }

    Set<String> words() {
        return words;
    }

    Named read(Utterance said) {
        Set<String> found = new LinkedHashSet<>();
        List<String> strangers = new ArrayList<>();
        List<String> texts = said.texts();
        int at = 0;
        while (at < texts.size()) {
            int end = professional(said, at, found);
            if (end == at) {
                end = stranger(said, at, strangers);
            }
            at = Math.max(end, at + 1);
        }
        boolean any = anyone.in(texts).stream().anyMatch(it -> said.isFree(it.at(), it.end()));
        return new Named(List.copyOf(found), strangers, any);
    }

    private int professional(Utterance said, int at, Set<String> found) {
        int name = titles.contains(said.text(at)) ? at + 1 : at;
        if (name >= said.size() || !said.isFree(at) || !said.isFree(name)) {
            return at;
        }
        List<String> texts = spelt(said, name);
        var person = names.at(texts, name);
        if (person.isEmpty() || !said.isFree(name, person.get().end())) {
            return at;
        }
        if (isTitleAlone(said, person.get())) {
            return at;
        }
        found.addAll(person.get().values());
        said.take(at, person.get().end(), Utterance.PROFESSIONAL);
        return person.get().end();
    }

    /** "la doctora Pérez" is not the doctor whom the title alone would mean. */
    private boolean isTitleAlone(Utterance said, Phrases.Found<String> found) {
        int last = found.end() - 1;
        return titles.contains(said.text(last)) && isName(said, found.end());
    }

    /** After a title or "con", a name that differs by a letter is that name, short as it may be. */
    private List<String> spelt(Utterance said, int at) {
        String written = said.written(at);
        boolean led = titles.contains(said.text(at - 1)) || with.contains(said.text(at - 1));
        if (!led || written.length() < 4 || surnames.contains(written) || isKnown.test(written)) {
            return said.texts();
        }
        return surnames.stream()
                .sorted()
                .filter(name -> Typos.distance(written, name) == 1)
                .findFirst()
                .map(name -> {
                    List<String> texts = new ArrayList<>(said.texts());
                    texts.set(at, name);
                    return texts;
                })
                .orElse(said.texts());
    }

    private int stranger(Utterance said, int at, List<String> strangers) {
        boolean titled = titles.contains(said.text(at)) && said.isFree(at);
        boolean led = with.contains(said.text(at)) && said.isFree(at);
        int name = at + 1;
        boolean stranger = (titled && isName(said, name)) || (led && isWrittenAsName(said, name));
        if (!stranger || names.at(said.texts(), name).isPresent()) {
            return at;
        }
        int end = name + 1;
        while (isWrittenAsName(said, end)) {
            end++;
        }
        int from = titled ? at : name;
        strangers.add(said.raw().substring(said.word(from).start(), said.word(end - 1).end()));
        said.take(from, end, Utterance.PROFESSIONAL);
        return end;
    }

    private boolean isName(Utterance said, int at) {
        return isWrittenAsName(said, at)
                || (isOpen(said, at)
                        && !isKnown.test(said.written(at))
                        && said.written(at).length() > 2);
    }

    private boolean isWrittenAsName(Utterance said, int at) {
        return isOpen(said, at)
                && said.isCapital(at)
                && !titles.contains(said.text(at))
                && !isKnown.test(said.written(at));
    }

    private boolean isOpen(Utterance said, int at) {
        return said.isFree(at)
                && !said.word(at).opens()
                && !said.word(at).isNumber()
                && !notNames.contains(said.text(at));
    }
}
