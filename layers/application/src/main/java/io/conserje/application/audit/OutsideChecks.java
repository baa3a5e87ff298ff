package io.conserje.application.audit;

import io.conserje.application.audit.Evidence.Heard;
import io.conserje.application.audit.Evidence.Parked;
import io.conserje.application.audit.Evidence.Said;
import io.conserje.application.audit.Outside.Posted;
import io.conserje.application.audit.Outside.Taken;
import io.conserje.application.audit.Violation.Promise;
import io.conserje.model.ConversationId;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What we say happened is what the providers saw happen. */
final class OutsideChecks {
    private final Evidence evidence;
    private final Outside outside;
    private final Audit audit;
    private final Map<OutboundId, Said> said = new HashMap<>();
    private final Map<String, OutboundId> named = new HashMap<>();

    OutsideChecks(Evidence evidence, Outside outside, Audit audit) {
        this.evidence = evidence;
        this.outside = outside;
        this.audit = audit;
        evidence.said().forEach(one -> said.put(one.id(), one));
        evidence.said()
                .forEach(one ->
                        one.providerId()
                                .ifPresent(id ->
                                        named.put(one.id().conversation() + "#" + id, one.id())));
    }

    void run() {
        Map<ConversationId, List<Posted>> posted =
                outside.posted().stream().collect(Collectors.groupingBy(Posted::conversation));
        Map<ConversationId, List<Heard>> heard =
                evidence.heard().stream().collect(Collectors.groupingBy(Heard::conversation));
        posted.forEach((id, messages) -> heard(id, messages, heard.getOrDefault(id, List.of())));
        Map<ConversationId, List<Taken>> taken =
                outside.taken().stream().collect(Collectors.groupingBy(Taken::conversation));
        taken.forEach(this::taken);
        Set<OutboundId> all =
                outside.taken().stream()
                        .flatMap(one -> ours(one).stream())
                        .collect(Collectors.toSet());
        for (Said one : evidence.said()) {
            if (one.wasTaken() && !all.contains(one.id())) {
                audit.broken(
                        Promise.NOTHING_LOST,
                        one.id().conversation(),
                        one.id() + " is " + one.status() + ", and no provider took it");
            }
        }
    }

    private void heard(ConversationId id, List<Posted> posted, List<Heard> heard) {
        Map<MessageId, Long> places = new HashMap<>();
        heard.forEach(one -> places.put(one.message(), one.sequence()));
        Set<MessageId> parked = heardIn(evidence.queues().parked());
        Set<MessageId> discarded = heardIn(evidence.handled().discarded());
        Set<MessageId> replayed = heardIn(evidence.handled().replayed());
        List<Posted> inOrder = new ArrayList<>();
        for (Posted one : posted) {
            if (places.containsKey(one.message())) {
                if (!replayed.contains(one.message())) {
                    inOrder.add(one);
                }
            } else if (parked.contains(one.message())) {
                audit.count("heard: parked", 1);
            } else if (discarded.contains(one.message())) {
                audit.count("heard: discarded", 1);
            } else if (evidence.queues().underWay() == 0) {
                audit.broken(
                        Promise.NOTHING_LOST,
                        id,
                        one.message() + " was acknowledged and never took effect");
            }
        }
        overtaken(id, inOrder, places);
    }

    private static Set<MessageId> heardIn(List<Parked> letters) {
        return letters.stream().flatMap(one -> one.heard().stream()).collect(Collectors.toSet());
    }

    /** What was acknowledged before the other was begun took effect before it. */
    private void overtaken(ConversationId id, List<Posted> posted, Map<MessageId, Long> places) {
        for (Posted one : posted) {
            for (Posted other : posted) {
                if (one.acknowledged() < other.began()
                        && places.getOrDefault(one.message(), 0L)
                                > places.getOrDefault(other.message(), 0L)) {
                    audit.broken(
                            Promise.IN_ORDER,
                            id,
                            other.message() + " was heard before the earlier " + one.message());
                }
            }
        }
    }

    private void taken(ConversationId conversation, List<Taken> taken) {
        Set<OutboundId> once = new HashSet<>();
        long latest = 0;
        long unnamed = 0;
        for (Taken one : taken) {
            Optional<OutboundId> ours = ours(one);
            if (ours.isEmpty()) {
                unnamed++;
                continue;
            }
            OutboundId id = ours.get();
            Said known = said.get(id);
            if (!once.add(id)) {
                again(one, id, known != null && known.replayed());
                continue;
            }
            if (known == null) {
                audit.broken(Promise.NO_ORPHAN, conversation, id + " was sent and is not known");
                continue;
            }
            if (!known.mayComeLate() && !one.excused() && id.sequence() < latest) {
                audit.broken(
                        Promise.IN_ORDER, conversation, id + " was sent after number " + latest);
            }
            latest = known.mayComeLate() ? latest : Math.max(latest, id.sequence());
        }
        long parked =
                evidence.said().stream()
                        .filter(one -> one.id().conversation().equals(conversation))
                        .filter(one -> !one.wasTaken())
                        .count();
        if (unnamed > parked) {
            audit.broken(
                    Promise.NOTHING_DOUBLED,
                    conversation,
                    unnamed + " were sent that nothing is known of, and " + parked + " may be");
        }
    }

    /** Who sends on its way what was given up in doubt knows that it may be sent twice. */
    private void again(Taken one, OutboundId id, boolean replayed) {
        if (replayed) {
            audit.count("said: again, because a person wanted it", 1);
        } else if (one.excused()) {
            audit.count("said: again, which nobody could know", 1);
        } else {
            audit.broken(Promise.NOTHING_DOUBLED, one.conversation(), id + " was sent twice");
        }
    }

    /** By our own name where the provider gives it back, else by the provider's. */
    private Optional<OutboundId> ours(Taken one) {
        return one.ours()
                .or(() ->
                        Optional.ofNullable(
                                named.get(one.conversation() + "#" + one.providerId())));
    }
}
