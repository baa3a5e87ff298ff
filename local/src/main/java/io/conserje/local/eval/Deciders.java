package io.conserje.local.eval;

import io.conserje.engine.Business;
import io.conserje.engine.understanding.Reading;
import io.conserje.engine.understanding.Understanding;
import io.conserje.engine.when.Mention;
import io.conserje.engine.when.Reckoning;
import io.conserje.local.project.ProjectFile;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What is tried: the rules' decider, for the projects of a checkout. */
public final class Deciders implements Subjects {
    private final Path root;
    private final Map<String, Business> businesses = new HashMap<>();

    public Deciders(Path root) {
        this.root = root;
    }

    @Override
    public Understanding understanding(String project) {
        return (text, hearing) ->
                new Reading(
                        Optional.empty(),
                        List.of(),
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

    @Override
    public ZoneId zone(String project) {
        return business(project).zone();
    }

    @Override
    public List<Mention> times(String text, Reckoning reckoning) {
        return List.of();
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
