package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.AcceptedMessage;
import io.conserje.local.emulator.Direction;
import io.conserje.local.emulator.Option;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.Status;
import io.conserje.local.emulator.journal.Entry.Note;
import io.conserje.local.emulator.phone.Conversation;
import io.conserje.local.emulator.phone.Ledger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Takes what the bot sends onto the telephone, where it is at once: there are no receipts. */
final class Outgoing {
    private final Ledger ledger;
    private final Archive archive;
    private final People people;
    private final InstantSource clock;
    private final Consumer<AcceptedMessage> accepted;

    Outgoing(
            Ledger ledger,
            Archive archive,
            People people,
            InstantSource clock,
            Consumer<AcceptedMessage> accepted) {
        this.ledger = ledger;
        this.archive = archive;
        this.people = people;
        this.clock = clock;
        this.accepted = accepted;
    }

    Instant now() {
        return clock.instant();
    }

    /** Returns the message as Telegram tells it, once it is written down. */
    ObjectNode send(
            Conversation chat, Content content, Keyboard keyboard, Extras extras, ObjectNode call) {
        ObjectNode message =
                holding(
                        chat,
                        () -> {
                            ObjectNode made = message(chat, content, keyboard, extras);
                            String id = made.path("message_id").asText();
                            PhoneLine line = line(content.kind(), content.reads(), id);
                            write(chat, line.withOptions(keyboard.options()), made);
                            return made;
                        });
        tell(chat, message.path("message_id").asText(), call);
        return message;
    }

    private ObjectNode message(
            Conversation chat, Content content, Keyboard keyboard, Extras extras) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("message_id", archive.nextMessageId());
        message.set("from", people.bot());
        message.set("chat", People.chat(chat));
        message.put("date", now().getEpochSecond());
        extras.addTo(message);
        message.setAll(content.part().get());
        if (!keyboard.inline().isEmpty()) {
            message.set("reply_markup", keyboard.inline());
        }
        return message;
    }

    /**
     * Shows something that is said of a message, or of a tap, that was there before.
     *
     * @param kept what Telegram's servers remember of it; empty for nothing
     */
    void again(
            Conversation chat,
            String kind,
            String text,
            String of,
            List<Option> options,
            ObjectNode call,
            ObjectNode kept) {
        String id =
                holding(
                        chat,
                        () -> {
                            PhoneLine line = line(kind, text, Shown.again(of, chat.size()));
                            write(chat, line.withOptions(options), kept);
                            return line.id();
                        });
        tell(chat, id, call);
    }

    private PhoneLine line(String kind, String text, String id) {
        return PhoneLine.written(Direction.BUSINESS, now(), kind, text, id)
                .withStatus(Status.DELIVERED, null);
    }

    private void write(Conversation chat, PhoneLine line, ObjectNode kept) {
        if (!kept.isEmpty()) {
            archive.keep(kept);
        }
        PhoneLine placed = line.withIndex(chat.size());
        ledger.wrote(List.of(new Note(chat.customer(), chat.name(), placed)), List.of());
    }

    private <T> T holding(Conversation chat, Supplier<T> work) {
        return ledger.conversations().holding(List.of(chat.customer()), work);
    }

    private void tell(Conversation chat, String id, ObjectNode call) {
        accepted.accept(new AcceptedMessage(chat.customer(), id, call, null, System.nanoTime()));
    }
}
