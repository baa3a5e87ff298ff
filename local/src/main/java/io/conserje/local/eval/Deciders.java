package io.conserje.local.eval;

import io.conserje.application.Engines;
import io.conserje.application.Words;
import io.conserje.application.booking.BookingStore;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoBookings;
import io.conserje.aws.Env;
import io.conserje.engine.Business;
import io.conserje.engine.understanding.NaturalLanguage;
import io.conserje.engine.understanding.Understanding;
import io.conserje.engine.when.Mention;
import io.conserje.engine.when.Reckoning;
import io.conserje.engine.when.TimeReader;
import io.conserje.local.project.ProjectFile;
import io.conserje.local.runtime.LocalTables;
import io.conserje.wire.Wire;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is tried: the rules' decider, for the projects of a checkout. */
public final class Deciders implements Subjects, AutoCloseable {
    private final Path root;
    private final LocalTables tables;
    private final AwsClients clients;
    private final BookingStore store;
    private final Words words = Words.load();
    private final TimeReader times = new TimeReader();
    private final Map<String, Business> businesses = new HashMap<>();
    private final Map<String, Understanding> understandings = new HashMap<>();

    public Deciders(Path root) {
        this.root = root;
        this.tables = LocalTables.start(root.resolve("template.yaml"));
        Env env = tables.environmentOf("ConversationFunction");
        this.clients = new AwsClients(env);
        this.store = new DynamoBookings(clients, env, new Wire());
    }

    @Override
    public void close() {
        clients.close();
        tables.close();
    }

    @Override
    public Understanding understanding(String project) {
        return understandings.computeIfAbsent(
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
        Engines engines = new Engines(words);
        return Optional.of(new EngineDesks(this::business, engines::of, store));
    }

    private Business business(String project) {
        return businesses.computeIfAbsent(
                project,
                id -> ProjectFile.read(root.resolve("projects").resolve(id + ".yaml")).business());
    }
}
