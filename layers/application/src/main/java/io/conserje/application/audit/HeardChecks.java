package io.conserje.application.audit;

import io.conserje.application.audit.Evidence.Heard;
import io.conserje.application.audit.Evidence.Said;
import io.conserje.application.audit.Evidence.State;
import io.conserje.application.audit.Violation.Promise;
import io.conserje.model.ConversationId;
import io.conserje.model.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** Every message from outside takes effect once, in one turn, and ends in one way. */
final class HeardChecks {
    private final Evidence evidence;
    private final Instant now;
    private final Audit audit;
    private final Map<ConversationId, List<Heard>> heard = new HashMap<>();
    private final Map<ConversationId, List<Said>> said = new HashMap<>();

    HeardChecks(Evidence evidence, Instant now, Audit audit) {
        this.evidence = evidence;
        this.now = now;
        this.audit = audit;
        evidence.heard()
                .forEach(one ->
                        heard.computeIfAbsent(one.conversation(), id -> new ArrayList<>())
                                .add(one));
        evidence.said()
                .forEach(one ->
                        said.computeIfAbsent(one.id().conversation(), id -> new ArrayList<>())
                                .add(one));
    }

    void run() {
        evidence.states().forEach(this::check);
        Set<ConversationId> known = new HashSet<>();
        evidence.states().forEach(state -> known.add(state.conversation()));
        heard.keySet().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> audit.broken(Promise.NO_ORPHAN, id, "messages without a state"));
    }

    private void check(State state) {
        List<Heard> in = heard.getOrDefault(state.conversation(), List.of());
        List<Said> out = said.getOrDefault(state.conversation(), List.of());
        numbered(state, in, out);
        once(state.conversation(), in);
        Set<Long> spoken = new HashSet<>();
        out.forEach(one -> spoken.add(one.turn()));
        Map<Long, Heard> last = new HashMap<>();
        in.forEach(
                one -> last.merge(one.turn(), one, (a, b) -> a.sequence() > b.sequence() ? a : b));
        in.forEach(one -> audit.count(end(one, spoken, last), 1));
    }

    /** What stands between is gone, or was written over. */
    private void numbered(State state, List<Heard> in, List<Said> out) {
        List<Long> numbers =
                LongStream.concat(
                                in.stream().mapToLong(Heard::sequence),
                                out.stream().mapToLong(one -> one.id().sequence()))
                        .sorted()
                        .boxed()
                        .toList();
        if (!numbers.equals(LongStream.rangeClosed(1, state.lastSequence()).boxed().toList())) {
            audit.broken(
                    Promise.NOTHING_LOST,
                    state.conversation(),
                    "of the numbers 1 to " + state.lastSequence() + " there are " + numbers);
        }
        Map<Long, Long> turns = new HashMap<>();
        in.forEach(one -> turns.put(one.sequence(), one.turn()));
        out.forEach(one -> turns.put(one.id().sequence(), one.turn()));
        List<Long> inOrder =
                turns.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .toList();
        if (!inOrder.equals(inOrder.stream().sorted().toList())
                || inOrder.stream().distinct().count() != state.version()) {
            audit.broken(
                    Promise.IN_ORDER,
                    state.conversation(),
                    "after " + state.version() + " turns its messages are of " + inOrder);
        }
    }

    private void once(ConversationId conversation, List<Heard> in) {
        Set<MessageId> seen = new HashSet<>();
        for (Heard one : in) {
            if (!seen.add(one.message())) {
                audit.broken(
                        Promise.NOTHING_DOUBLED,
                        conversation,
                        one.message() + " took effect again as number " + one.sequence());
            }
            if (now.isBefore(one.markedUntil()) && !evidence.marks().contains(one.mark())) {
                audit.broken(
                        Promise.NO_ORPHAN,
                        conversation,
                        one.message() + " took effect, and its repetition would too");
            }
        }
    }

    private static String end(Heard one, Set<Long> spoken, Map<Long, Heard> last) {
        if (!spoken.contains(one.turn())) {
            return "heard: left unanswered: " + one.rule();
        }
        return one.equals(last.get(one.turn()))
                ? "heard: answered"
                : "heard: answered together with a later one";
    }
}
