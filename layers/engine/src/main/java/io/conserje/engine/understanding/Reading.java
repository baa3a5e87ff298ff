package io.conserje.engine.understanding;

import io.conserje.engine.when.Mention;
import io.conserje.model.Language;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was read out of one text.
 *
 * @param language the one it is written in; empty when it does not tell, as a name does not, or
 *     when it is neither of ours
 * @param intents what is asked for, the surest first: intents of the desk (see {@code Intents}) and
 *     ids of the business's topics; empty when nothing was understood
 * @param times in the order of the text
 * @param party for how many, when told
 * @param name who it is for, as it is written in addresses: "Ana Ruiz"
 * @param services ids of the business's services that are named; several when the words fit several
 * @param professionals ids of those that are named; several when the words fit several
 * @param strangers names of professionals, titled as such, whom the business does not have:
 *     "doctora Pérez"
 * @param anyone whether it does not matter who: "con cualquiera"
 * @param ordinal which of several is meant: 1 for "la primera", -1 for "the last one"
 * @param otherwise whether something said before is taken back: "no, mejor el viernes"
 * @param sooner -1 for earlier than what we offered, 1 for later, 0 when neither is asked for
 */
public record Reading(
        Optional<Language> language,
        List<String> intents,
        List<Mention> times,
        OptionalInt party,
        Optional<String> name,
        Optional<String> phone,
        Optional<String> email,
        List<String> services,
        List<String> professionals,
        List<String> strangers,
        boolean anyone,
        OptionalInt ordinal,
        boolean otherwise,
        int sooner) {
    public Reading {
        intents = List.copyOf(intents);
        times = List.copyOf(times);
        services = List.copyOf(services);
        professionals = List.copyOf(professionals);
        strangers = List.copyOf(strangers);
    }

    /** As if no more had been written than what stands for this. */
    public static Reading ofIntent(String intent) {
        return of(List.of(intent));
    }

    static Reading of(List<String> intents) {
        return new Reading(
                Optional.empty(),
                intents,
                List.of(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                false,
                OptionalInt.empty(),
                false,
                0);
    }

    /** The same, and whom it is for. */
    public Reading withName(String told) {
        return new Reading(
                language,
                intents,
                times,
                party,
                Optional.of(told),
                phone,
                email,
                services,
                professionals,
                strangers,
                anyone,
                ordinal,
                otherwise,
                sooner);
    }

    public boolean wants(String intent) {
        return intents.contains(intent);
    }
}
