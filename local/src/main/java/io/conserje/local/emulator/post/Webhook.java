package io.conserje.local.emulator.post;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.FaultDial;
import java.util.List;

/**
 * Something the system under test must be told.
 *
 * @param id the same in a repeated run, because {@link FaultDial#faults} draws by it
 * @param conversations whose order it must keep
 */
public record Webhook(
        String id, List<String> conversations, List<Receipt> receipts, JsonNode body) {

    public Webhook {
        conversations = List.copyOf(conversations);
        receipts = List.copyOf(receipts);
    }

    List<String> messages() {
        return receipts.stream().map(Receipt::message).toList();
    }
}
