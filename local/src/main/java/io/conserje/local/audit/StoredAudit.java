package io.conserje.local.audit;

import io.conserje.application.audit.Audit;
import io.conserje.application.audit.Evidence;
import io.conserje.application.audit.Findings;
import io.conserje.application.audit.Outside;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoDirectory;
import io.conserje.aws.Env;
import io.conserje.aws.StoredEvidence;
import io.conserje.aws.StoredQueues;
import io.conserje.engine.Business;
import io.conserje.local.runtime.LocalCloud;
import io.conserje.wire.Wire;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Audits the tables and queues that an environment names. */
public final class StoredAudit {
    private StoredAudit() {}

    /**
     * @param env with the tables and queues by the names that the functions know them by
     */
    public static Findings of(Env env, Optional<Outside> outside, Instant now) {
        try (AwsClients clients = new AwsClients(env)) {
            Findings first = Audit.of(evidence(clients, env, now), outside, now);
            return first.allKept()
                    ? first
                    : lasting(first, Audit.of(evidence(clients, env, now), outside, now));
        }
    }

    /**
     * Of what was stopped: its stores are opened for it, and nothing is taken from a queue.
     *
     * @param data the folder that it was kept in
     */
    public static Findings ofStopped(Path template, Path data, Instant now) {
        LocalCloud.Options options =
                new LocalCloud.Options(
                        template, data, 0, Map.of("ReleaseId", "local"), id -> Optional.empty());
        try (LocalCloud stopped = LocalCloud.prepare(options, step -> {})) {
            return of(stopped.environmentOf("HealthFunction"), Optional.empty(), now);
        }
    }

    /**
     * Tables are read item by item: what moves on meanwhile looks wrong once. What is wrong stays
     * so.
     */
    private static Findings lasting(Findings first, Findings second) {
        return new Findings(
                second.violations().stream().filter(first.violations()::contains).toList(),
                second.counts());
    }

    /** The queues first: what leaves one meanwhile is in the tables by the time these are read. */
    private static Evidence evidence(AwsClients clients, Env env, Instant now) {
        Evidence.Queues queues = new StoredQueues(clients, env).read();
        DynamoDirectory directory = new DynamoDirectory(clients, env, new Wire(), () -> now);
        List<Business> businesses =
                directory.projects().stream()
                        .flatMap(project -> directory.business(project).stream())
                        .toList();
        return StoredEvidence.read(
                clients,
                env.get("CONVERSATIONS_TABLE").orElseThrow(),
                env.get("BOOKINGS_TABLE").orElseThrow(),
                businesses,
                queues);
    }
}
