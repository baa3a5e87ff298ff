package io.conserje.application.audit;

import io.conserje.application.audit.Evidence.Parked;
import io.conserje.application.audit.Evidence.Said;
import io.conserje.application.audit.Violation.Promise;
import io.conserje.model.ConversationId;
import io.conserje.model.OutboundId;
import java.util.HashSet;
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
        Set<OutboundId> kept = kept();
        for (Said one : evidence.said()) {
            audit.count("said: " + end(one, kept.contains(one.id())), 1);
            if (one.isUnderWay() && quiet && !kept.contains(one.id())) {
                audit.broken(
                        Promise.ONE_END,
                        one.id().conversation(),
                        one.id() + " is " + one.status() + " and in no queue");
            }
        }
        Set<OutboundId> known = evidence.said().stream().map(Said::id).collect(Collectors.toSet());
        evidence.queues().parked().stream()
                .flatMap(parked -> parked.said().stream())
                .filter(id -> !known.contains(id))
                .forEach(id ->
                        audit.broken(
                                Promise.NO_ORPHAN,
                                id.conversation(),
                                id + " is parked, and was never said"));
    }

    /** What a person can send on its way again: itself, or what it waits behind. */
    private Set<OutboundId> kept() {
        Set<OutboundId> kept = new HashSet<>();
        Set<ConversationId> stopped = new HashSet<>();
        for (Parked parked : evidence.queues().parked()) {
            parked.said().ifPresent(kept::add);
            if (!parked.heard().isEmpty()) {
                parked.conversation().ifPresent(stopped::add);
            }
        }
        evidence.states().stream()
                .filter(state -> stopped.contains(state.conversation()))
                .forEach(state -> kept.addAll(state.outbox()));
        return kept;
    }

    private static String end(Said one, boolean kept) {
        if (one.wasTaken()) {
            return "accepted";
        }
        return one.isUnderWay() && kept
                ? "kept for a person"
                : one.status().name().toLowerCase(Locale.ROOT) + ": " + one.rule();
    }
}
