package io.conserje.engine;

import io.conserje.model.Language;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the engine remembers of a conversation between two turns.
 *
 * @param language the one the customer last wrote in; empty until a message tells
 * @param greeted whether the customer was welcomed
 * @param told what we said once that we cannot do, by kind, so that we say it once
 * @param misses messages in a row that we did not understand
 */
public record Session(
        Optional<Language> language, Phase phase, boolean greeted, Set<String> told, int misses) {

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
    }

    public static Session fresh() {
        return new Session(Optional.empty(), new Automatic(), false, Set.of(), 0);
    }

    Session withLanguage(Language now) {
        return new Session(Optional.of(now), phase, greeted, told, misses);
    }

    Session withPhase(Phase now) {
        return new Session(language, now, greeted, told, 0);
    }

    Session withGreeted() {
        return new Session(language, phase, true, told, misses);
    }

    Session withTold(String kind) {
        Set<String> more = new TreeSet<>(told);
        more.add(kind);
        return new Session(language, phase, greeted, more, misses);
    }

    Session withMisses(int count) {
        return new Session(language, phase, greeted, told, count);
    }
}
