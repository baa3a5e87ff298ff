package io.conserje.application.audit;

import io.conserje.application.audit.Evidence.Parked;
import io.conserje.application.audit.Evidence.Said;
import io.conserje.application.audit.Violation.Promise;
import io.conserje.model.OutboundId;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Every message of ours ends, once and visibly. */
final class SaidChecks {
    private final Evidence evidence;
    private final Audit audit;

    SaidChecks(Evidence evidence, Audit audit) {
        this.evidence = evidence;
        this.audit = audit;
    }

    void run() {
        boolean quiet = evidence.queues().underWay() == 0;
        Set<OutboundId> parked =
                evidence.queues().parked().stream()
                        .flatMap(one -> one.said().stream())
                        .collect(Collectors.toSet());
        for (Said one : evidence.said()) {
            boolean kept = parked.contains(one.id());
            audit.count("said: " + end(one, kept), 1);
            if (one.isUnderWay() && quiet && !kept) {
                audit.broken(
                        Promise.ONE_END,
                        one.id().conversation(),
                        one.id() + " is " + one.status() + " and in no queue");
            }
        }
        Set<OutboundId> known = evidence.said().stream().map(Said::id).collect(Collectors.toSet());
        for (Parked one : evidence.queues().parked()) {
            one.said()
                    .filter(id -> !known.contains(id))
                    .ifPresent(id ->
                            audit.broken(
                                    Promise.NO_ORPHAN,
                                    id.conversation(),
                                    id + " is parked, and was never said"));
        }
        if (quiet) {
            unsent();
        }
    }

    private void unsent() {
        Set<OutboundId> ended =
                evidence.said().stream()
                        .filter(one -> !one.isUnderWay())
                        .map(Said::id)
                        .collect(Collectors.toSet());
        evidence.states().stream()
                .flatMap(state -> state.outbox().stream())
                .filter(id -> !ended.contains(id))
                .forEach(id ->
                        audit.broken(
                                Promise.NO_ORPHAN,
                                id.conversation(),
                                id + " was decided and never queued"));
    }

    private static String end(Said one, boolean kept) {
        if (one.wasTaken()) {
            return "accepted";
        }
        return one.isUnderWay() && kept
                ? "in a dead-letter queue"
                : one.status().name().toLowerCase(Locale.ROOT) + ": " + one.rule();
    }
}
