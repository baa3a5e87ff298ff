package io.conserje.local.emulator.phone;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.Gesture;
import io.conserje.local.emulator.Phone;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.Refused;
import io.conserje.local.emulator.Status;
import io.conserje.local.emulator.Turn;
import io.conserje.local.emulator.journal.Entry.Note;
import io.conserje.local.emulator.phone.CustomerWire.Written;
import io.conserje.local.emulator.post.Postman;
import io.conserje.local.emulator.post.Receipt;
import io.conserje.local.emulator.post.Webhook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The phone, for every provider: writes a gesture down, then has it posted. */
public final class EmulatedPhone implements Phone {
    private final Ledger ledger;
    private final CustomerWire wire;
    private final Postman postman;

    public EmulatedPhone(Ledger ledger, CustomerWire wire, Postman postman) {
        this.ledger = ledger;
        this.wire = wire;
        this.postman = postman;
    }

    @Override
    public PhoneLine act(String customer, Gesture gesture) {
        return sendTogether(List.of(new Turn(customer, gesture))).getFirst();
    }

    @Override
    public List<PhoneLine> sendTogether(List<Turn> turns) {
        if (turns.isEmpty()) {
            throw new Refused("together", "needs at least one message");
        }
        List<Turn> known =
                turns.stream()
                        .map(t -> new Turn(wire.customer(t.customer()), t.gesture()))
                        .toList();
        List<String> customers = known.stream().map(Turn::customer).distinct().toList();
        return ledger.conversations().holding(customers, () -> write(known, customers));
    }

    private List<PhoneLine> write(List<Turn> turns, List<String> customers) {
        List<Written> written = new ArrayList<>();
        Map<Written, String> keys = new HashMap<>();
        Map<String, Integer> ahead = new HashMap<>();
        for (Turn turn : turns) {
            int before = ahead.merge(turn.customer(), 1, Integer::sum) - 1;
            Written one = write(turn, before);
            keys.put(one, key(one.conversation(), before));
            written.add(one);
        }
        List<Webhook> owed =
                wire.posts(written).stream()
                        .flatMap(post -> owed(post, customers, keys).stream())
                        .toList();
        ledger.wrote(written.stream().map(EmulatedPhone::note).toList(), owed);
        owed.forEach(postman::post);
        return written.stream().map(Written::line).toList();
    }

    /**
     * Nothing for what providers keep to themselves. In the lanes of all who act together, so that
     * several POSTs keep their order as well.
     */
    private Optional<Webhook> owed(
            List<Written> post, List<String> customers, Map<Written, String> keys) {
        JsonNode body = wire.webhook(post);
        return body.isMissingNode()
                ? Optional.empty()
                : Optional.of(
                        new Webhook(
                                Objects.requireNonNull(keys.get(post.getFirst())),
                                customers,
                                post.stream().map(EmulatedPhone::arrives).toList(),
                                body));
    }

    private Written write(Turn turn, int before) {
        Conversation conversation = ledger.conversations().of(turn.customer());
        Written written = wire.write(conversation, turn.gesture(), key(conversation, before));
        PhoneLine placed = written.line().withIndex(conversation.size() + before);
        return new Written(conversation, placed, written.message());
    }

    private static String key(Conversation conversation, int before) {
        return conversation.customer() + "/said/" + (conversation.said() + before);
    }

    private static Note note(Written written) {
        Conversation conversation = written.conversation();
        return new Note(conversation.customer(), conversation.name(), written.line());
    }

    private static Receipt arrives(Written written) {
        return new Receipt(written.line().id(), Status.DELIVERED, null);
    }

    @Override
    public void rename(String customer, String name) {
        ledger.conversations().of(wire.customer(customer)).rename(name);
    }

    @Override
    public List<PhoneLine> transcript(String customer) {
        return ledger.conversations().of(wire.customer(customer)).transcript();
    }

    @Override
    public List<PhoneLine> await(String customer, int afterIndex, Duration atMost) {
        return ledger.conversations().of(wire.customer(customer)).await(afterIndex, atMost);
    }
}
