package io.conserje.engine;

import io.conserje.engine.dialogue.Form;
import io.conserje.model.Language;
import io.conserje.model.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the engine remembers of a conversation between two turns.
 *
 * @param language the one the customer last wrote in; empty until a message tells
 * @param greeted whether the customer was welcomed
 * @param told what we said once that we cannot do, by kind, so that we say it once
 * @param misses messages in a row that we did not understand
 * @param offered what we last gave to choose from, so that its number is an answer too
 * @param forms what is open, the one that is talked about first
 * @param customerName the name that the customer last gave an appointment
 */
public record Session(
        Optional<Language> language,
        Phase phase,
        boolean greeted,
        Set<String> told,
        int misses,
        List<Outgoing.Option> offered,
        List<Form> forms,
        Optional<String> customerName) {

    private static final Pattern NUMBER = Pattern.compile("^([0-9]{1,2})[.)]?$");

    /** Who answers the customer now. */
    public sealed interface Phase {}

    /** The engine does. */
    public record Automatic() implements Phase {}

    /** A person does, and the engine is silent until the conversation is handed back. */
    public record WithPerson(Instant since) implements Phase {}

    /** Nobody does: the customer asked us to stop, and only the customer can take that back. */
    public record Stopped(Instant since) implements Phase {}

    public Session {
        told = Set.copyOf(told);
        offered = List.copyOf(offered);
        forms = List.copyOf(forms);
    }

    public static Session fresh() {
        return new Session(
                Optional.empty(),
                new Automatic(),
                false,
                Set.of(),
                0,
                List.of(),
                List.of(),
                Optional.empty());
    }

    Session withLanguage(Language now) {
        return new Session(
                Optional.of(now), phase, greeted, told, misses, offered, forms, customerName);
    }

    Session withPhase(Phase now) {
        return new Session(language, now, greeted, told, 0, offered, forms, customerName);
    }

    Session withGreeted() {
        return new Session(language, phase, true, told, misses, offered, forms, customerName);
    }

    Session withTold(String kind) {
        Set<String> more = new TreeSet<>(told);
        more.add(kind);
        return new Session(language, phase, greeted, more, misses, offered, forms, customerName);
    }

    Session withMisses(int count) {
        return new Session(language, phase, greeted, told, count, offered, forms, customerName);
    }

    Session withOffered(List<Outgoing.Option> options) {
        return new Session(language, phase, greeted, told, misses, options, forms, customerName);
    }

    Session withForms(List<Form> open) {
        return new Session(language, phase, greeted, told, misses, offered, open, customerName);
    }

    Session withCustomerName(String name) {
        return new Session(
                language, phase, greeted, told, misses, offered, forms, Optional.of(name));
    }

    /** Whether we last asked if a person should take over. */
    boolean isOfferedPerson() {
        return !offered.isEmpty() && offered.getFirst().id().equals(Intents.PERSON);
    }

    /** What a customer means who answers with the number of an option. */
    Optional<Outgoing.Option> numbered(String text) {
        return NUMBER.matcher(text.strip())
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .filter(n -> n >= 1 && n <= offered.size())
                .map(n -> offered.get(n - 1))
                .findFirst();
    }
}
