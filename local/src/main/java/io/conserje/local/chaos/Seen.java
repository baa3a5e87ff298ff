package io.conserje.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.application.audit.Outside;
import io.conserje.application.audit.Outside.Posted;
import io.conserje.application.audit.Outside.Taken;
import io.conserje.local.emulator.session.SessionEmulator;
import io.conserje.model.AccountRef;
import io.conserje.model.Contact;
import io.conserje.model.ConversationId;
import io.conserje.model.MessageId;
import io.conserje.model.ProjectId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the providers have written down, as the audit reads it. */
final class Seen {
    /** What is shown about a message that was there before is not a message. */
    private static final Set<String> NO_MESSAGES =
            Set.of("edited_message", "deleted_message", "reaction");

    private final List<Posted> posted = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();

    static Outside by(List<Calls> customers, LocalSystem system)
            throws IOException, InterruptedException {
        Seen seen = new Seen();
        for (Calls customer : customers) {
            seen.add(customer.line(), customer.phone(), customer.transcript(system));
        }
        return new Outside(seen.posted, seen.taken);
    }

    /**
     * A provider posts a conversation's messages one after the other, and begins the next when the
     * one before is acknowledged.
     */
    private void add(LocalSystem.Line line, String phone, JsonNode transcript) {
        String key = transcript.path("contact").asText();
        ConversationId conversation =
                ConversationId.of(
                        new ProjectId(line.project()),
                        new AccountRef(line.channel(), line.account()),
                        new Contact(
                                Optional.of(key),
                                Optional.of(phone),
                                Optional.empty(),
                                Optional.empty()));
        for (JsonNode message : transcript.path("messages")) {
            boolean theirs = message.path("direction").asText().equals("CUSTOMER");
            String id = name(line, key, message.path("id").asText(), theirs);
            long place = 2L * posted.size();
            if (theirs) {
                posted.add(new Posted(conversation, new MessageId(id), place, place + 1));
            } else if (!NO_MESSAGES.contains(message.path("kind").asText())) {
                taken.add(new Taken(conversation, Optional.empty(), id, false));
            }
        }
    }

    /**
     * As the channel names it: Telegram counts in each chat anew, and with a WhatsApp Web session a
     * customer's client chooses the id.
     */
    private static String name(LocalSystem.Line line, String key, String id, boolean theirs) {
        return switch (line.channel()) {
            case "telegram" -> key + ":" + id;
            case SessionEmulator.CHANNEL -> theirs ? key + ":" + id : id;
            default -> id;
        };
    }
}
