package io.conserje.application;

import io.conserje.engine.Business;
import io.conserje.engine.Engine;
import io.conserje.engine.understanding.NaturalLanguage;
import io.conserje.model.ProjectId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An engine for each business. Making one takes its words apart, so it is kept until the profile
 * changes.
 */
public final class Engines {
    private final Words words;
    private final Map<ProjectId, Made> made = new ConcurrentHashMap<>();

    private record Made(Business business, Engine engine) {}

    public Engines(Words words) {
        this.words = words;
    }

    public Engine of(Business business) {
        return made.compute(
                        business.project(),
                        (project, known) ->
                                known != null && known.business().equals(business)
                                        ? known
                                        : make(business))
                .engine();
    }

    private Made make(Business business) {
        return new Made(
                business,
                new Engine(
                        business,
                        words.phrases(),
                        words.lexicon(),
                        new NaturalLanguage(words.lexicon(), words.intents(), business)));
    }
}
