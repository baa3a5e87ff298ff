package io.conserje.local.eval;

import io.conserje.application.Words;
import io.conserje.engine.Business;
import io.conserje.engine.understanding.NaturalLanguage;
import io.conserje.engine.understanding.Understanding;
import io.conserje.engine.when.Mention;
import io.conserje.engine.when.Reckoning;
import io.conserje.engine.when.TimeReader;
import io.conserje.local.project.ProjectFile;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is tried: the rules' decider, for the projects of a checkout. */
public final class Deciders implements Subjects {
    private final TimeReader times = new TimeReader();
    private final Words words = Words.load();
    private final Map<String, Understanding> readers = new HashMap<>();
    private final Path root;
    private final Map<String, Business> businesses = new HashMap<>();

    public Deciders(Path root) {
        this.root = root;
    }

    @Override
    public Understanding understanding(String project) {
        return readers.computeIfAbsent(
                project, id -> new NaturalLanguage(words.lexicon(), words.intents(), business(id)));
    }

    @Override
    public ZoneId zone(String project) {
        return business(project).zone();
    }

    @Override
    public List<Mention> times(String text, Reckoning reckoning) {
        return times.read(text, reckoning);
    }

    @Override
    public Optional<Desks> desks() {
        return Optional.empty();
    }

    private Business business(String project) {
        return businesses.computeIfAbsent(
                project,
                id -> ProjectFile.read(root.resolve("projects").resolve(id + ".yaml")).business());
    }
}
