package io.conserje.engine.understanding;

import io.conserje.engine.Business;
import io.conserje.engine.Lexicon;
import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.engine.when.Mention;
import io.conserje.engine.when.Reckoning;
import io.conserje.engine.when.TimeReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the values in a text, in the order in which one keeps another from being misread. */
final class Values {

    record Found(
            List<Mention> times,
            OptionalInt party,
            Optional<String> name,
            Optional<String> phone,
            Optional<String> email,
            List<String> services,
            Staff.Named who,
            OptionalInt ordinal) {

        /** Whether anything to have is named. */
        boolean any() {
            return !times.isEmpty()
                    || !services.isEmpty()
                    || !who.professionals().isEmpty()
                    || !who.strangers().isEmpty()
                    || party.isPresent()
                    || name.isPresent();
        }

        boolean tellsClock() {
            return times.stream().anyMatch(time -> time.clock().isPresent());
        }
    }

    private final TimeReader clock = new TimeReader();
    private final boolean dayFirst;
    private final Names names;
    private final Staff staff;
    private final Catalogue catalogue;
    private final Party party;
    private final Choosing choosing;
    private final Set<String> namesToo;

    Values(Lexicon lexicon, Business business, Predicate<String> isKnown) {
        Numbers numbers = new Numbers(lexicon);
        dayFirst = business.writesDayFirst();
        names = new Names(lexicon, isKnown);
        staff = new Staff(lexicon, business.appointments().professionals(), isKnown);
        catalogue = new Catalogue(business.appointments().services());
        party = new Party(lexicon, numbers);
        choosing = new Choosing(lexicon, numbers);
        namesToo = new HashSet<>(lexicon.cues("name.also-a-time"));
    }

    /** Words that are the business's own. */
    Set<String> words() {
        Set<String> words = new HashSet<>(staff.words());
        words.addAll(catalogue.words());
        return words;
    }

    Found read(Utterance said, Hearing hearing) {
        Asked asked = hearing.asked();
        Optional<String> email = Contacts.email(said);
        Optional<String> phone = Contacts.phone(said);
        List<Mention> times = times(said, hearing);
        Optional<String> name = names.told(said, asked);
        if (name.isEmpty() && asked == Asked.NAME) {
            name = names.bare(said);
        }
        boolean unsigned = asked == Asked.CONFIRMATION || asked == Asked.CHOICE;
        if (name.isEmpty() && !unsigned) {
            name = names.leading(said);
        }
        Staff.Named who = staff.read(said);
        List<String> services = catalogue.read(said);
        if (name.isEmpty() && !unsigned) {
            name = names.closing(said);
        }
        OptionalInt people = party.read(said, asked);
        OptionalInt which = choosing.read(said, asked);
        return new Found(times, people, name, phone, email, services, who, which);
    }

    private List<Mention> times(Utterance said, Hearing hearing) {
        Reckoning.Asked asked =
                switch (hearing.asked()) {
                    case DAY -> Reckoning.Asked.DAY;
                    case CLOCK -> Reckoning.Asked.CLOCK;
                    // "No, 12 would be better."
                    case CONFIRMATION ->
                            said.size() > 1 && said.text(0).equals("no")
                                    ? Reckoning.Asked.CLOCK
                                    : Reckoning.Asked.NOTHING;
                    case NOTHING, SERVICE, PROFESSIONAL, NAME, PARTY, CHOICE ->
                            Reckoning.Asked.NOTHING;
                };
        List<Mention> times =
                clock.read(said.raw(), new Reckoning(hearing.now(), dayFirst, asked)).stream()
                        .filter(time -> said.isFreeIn(time.start(), time.end()))
                        .filter(time -> !isName(said, time, hearing.asked()))
                        .map(time -> inContext(said, time, hearing))
                        .toList();
        times.forEach(time -> said.takeChars(time.start(), time.end(), Utterance.WHEN));
        return times;
    }

    private static Mention inContext(Utterance said, Mention time, Hearing hearing) {
        return new InContext(hearing.now().toLocalDate(), hearing.about()).of(time, said.raw());
    }

    /** "Julio Pérez" when a name was asked for. */
    private boolean isName(Utterance said, Mention time, Asked asked) {
        return asked == Asked.NAME
                && said.words().stream()
                        .filter(word -> word.start() < time.end() && word.end() > time.start())
                        .allMatch(word -> namesToo.contains(word.text()));
    }
}
