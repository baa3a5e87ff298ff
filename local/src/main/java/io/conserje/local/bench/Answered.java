package io.conserje.local.bench;

import io.conserje.local.emulator.AcceptedMessage;
import io.conserje.local.site.Site;
import io.conserje.model.ConversationId;
import io.conserje.model.OutboundId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds what customers sent, and what the provider took for it, against what was kept. */
final class Answered {
    private final Site.Line line;
    private final Map<ConversationId, List<Taken>> taken = new ConcurrentHashMap<>();

    /** A message of ours that the provider took. */
    private record Taken(long sequence, long nanos) {}

    /**
     * @param heard the provider's ids of the messages that were answered together
     * @param nanos {@link System#nanoTime} when the provider took the answer
     */
    record Answer(List<String> heard, long nanos) {}

    /** Looks at what is taken from now on. */
    Answered(Site.Line line) {
        this.line = line;
        line.emulator().onAccepted(this::accepted);
    }

    private void accepted(AcceptedMessage message) {
        OutboundId id = OutboundId.parse(String.valueOf(message.callback()));
        List<Taken> list = taken.computeIfAbsent(id.conversation(), c -> new ArrayList<>());
        synchronized (list) {
            list.add(new Taken(id.sequence(), message.nanos()));
        }
    }

    int replies() {
        return taken.values().stream().mapToInt(List::size).sum();
    }

    /**
     * Each message heard once and in order, each turn answered once and in order.
     *
     * @param ids what the customer sent, in order
     * @throws IllegalStateException when it was otherwise
     */
    List<Answer> once(String customer, List<String> ids, Ledger ledger) {
        ConversationId conversation = WayBench.conversation(line, customer);
        List<Ledger.Turn> turns = ledger.turns(line.account().project(), conversation);
        require(
                customer,
                "heard",
                ids,
                turns.stream().flatMap(turn -> turn.heard().stream()).toList());
        List<Taken> accepted = taken.getOrDefault(conversation, List.of());
        require(
                customer,
                "answered",
                turns.stream().flatMap(turn -> turn.said().stream()).toList(),
                accepted.stream().map(Taken::sequence).toList());
        List<Answer> answers = new ArrayList<>();
        int first = 0;
        for (Ledger.Turn turn : turns) {
            if (turn.said().isEmpty()) {
                throw new IllegalStateException(
                        "a turn of " + customer + " has no answer: " + turn);
            }
            answers.add(new Answer(turn.heard(), accepted.get(first).nanos()));
            first += turn.said().size();
        }
        return answers;
    }

    private static <T> void require(String customer, String what, List<T> expected, List<T> found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException(
                    "customer "
                            + customer
                            + " was not "
                            + what
                            + " once and in order: expected "
                            + expected
                            + ", found "
                            + found);
        }
    }
}
