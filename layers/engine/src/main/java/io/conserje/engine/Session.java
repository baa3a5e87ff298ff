package io.conserje.engine;

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
 */
public record Session(
        Optional<Language> language,
        Phase phase,
        boolean greeted,
        Set<String> told,
        int misses,
        List<Outgoing.Option> offered) {

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
    }

    public static Session fresh() {
        return new Session(Optional.empty(), new Automatic(), false, Set.of(), 0, List.of());
    }

    Session withLanguage(Language now) {
        return new Session(Optional.of(now), phase, greeted, told, misses, offered);
    }

    Session withPhase(Phase now) {
        return new Session(language, now, greeted, told, 0, offered);
    }

    Session withGreeted() {
        return new Session(language, phase, true, told, misses, offered);
    }

    Session withTold(String kind) {
        Set<String> more = new TreeSet<>(told);
        more.add(kind);
        return new Session(language, phase, greeted, more, misses, offered);
    }

    Session withMisses(int count) {
        return new Session(language, phase, greeted, told, count, offered);
    }

    Session withOffered(List<Outgoing.Option> options) {
        return new Session(language, phase, greeted, told, misses, options);
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
