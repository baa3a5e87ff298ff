package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.journal.EmulatorJson;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What Telegram's servers know beyond a transcript: messages as they are now, who blocked the bot,
 * which queries it may answer. A file of updates and of the bot's messages that only grows; it is
 * written before the journal is, so that it knows every message that the journal knows.
 */
final class Archive implements AutoCloseable {
    private static final String DELETED = "deleted_message_id";

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final FileOutputStream file;

    private final AtomicLong lastUpdate;
    private final AtomicLong lastMessage = new AtomicLong();
    private final Map<Long, ObjectNode> messages = new ConcurrentHashMap<>();
    private final Map<Long, JsonNode> reactions = new ConcurrentHashMap<>();
    private final Map<String, String> queries = new ConcurrentHashMap<>();
    private final Set<String> blockers = ConcurrentHashMap.newKeySet();

    private Archive(Path path, long firstUpdateId) throws IOException {
        lastUpdate = new AtomicLong(firstUpdateId - 1);
        Files.createDirectories(path.toAbsolutePath().getParent());
        if (Files.exists(path)) {
            read(path);
        }
        file = new FileOutputStream(path.toFile(), true);
    }

    static Archive open(Path path, long firstUpdateId) {
        try {
            return new Archive(path, firstUpdateId);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the archive " + path, e);
        }
    }

    long nextUpdateId() {
        return lastUpdate.incrementAndGet();
    }

    /** Messages are numbered over all chats, as they are for an account of Telegram. */
    long nextMessageId() {
        return lastMessage.incrementAndGet();
    }

    /** A message of this chat, as it is now; empty when there is none, or none any more. */
    Optional<ObjectNode> message(String chat, long id) {
        return Optional.ofNullable(messages.get(id))
                .filter(message -> message.at("/chat/id").asText().equals(chat))
                .map(ObjectNode::deepCopy);
    }

    /** The customer's reaction to a message. */
    JsonNode reaction(long message) {
        return reactions.getOrDefault(message, JsonNodeFactory.instance.arrayNode());
    }

    boolean blocked(String customer) {
        return blockers.contains(customer);
    }

    /** Who tapped the button that this query tells of. */
    Optional<String> customerOf(String query) {
        return Optional.ofNullable(queries.get(query));
    }

    /** What {@link #keep} takes for a message's end. */
    static ObjectNode deletion(long message) {
        return JsonNodeFactory.instance.objectNode().put(DELETED, message);
    }

    /** An update, or a message that the bot sent or changed. */
    void keep(ObjectNode entry) {
        oneAtATime.lock();
        try {
            file.write((entry + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the archive", e);
        } finally {
            oneAtATime.unlock();
        }
        apply(entry.deepCopy());
    }

    private void apply(ObjectNode entry) {
        if (entry.has(DELETED)) {
            messages.remove(entry.path(DELETED).asLong());
            return;
        }
        apply(entry.has("message_id") ? entry : entry.path("message"));
        apply(entry.path("edited_message"));
        lastUpdate.accumulateAndGet(entry.path("update_id").asLong(), Math::max);
        JsonNode query = entry.path("callback_query");
        if (!query.isMissingNode()) {
            queries.put(query.path("id").asText(), query.at("/from/id").asText());
        }
        JsonNode reaction = entry.path("message_reaction");
        if (!reaction.isMissingNode()) {
            reactions.put(reaction.path("message_id").asLong(), reaction.path("new_reaction"));
        }
        block(entry.path("my_chat_member"));
    }

    private void apply(JsonNode message) {
        if (message instanceof ObjectNode object) {
            long id = object.path("message_id").asLong();
            messages.put(id, object);
            lastMessage.accumulateAndGet(id, Math::max);
        }
    }

    private void block(JsonNode change) {
        String customer = change.at("/chat/id").asText();
        if (change.at("/new_chat_member/status").asText().equals("kicked")) {
            blockers.add(customer);
        } else {
            blockers.remove(change.isMissingNode() ? "" : customer);
        }
    }

    /** A last line that the process did not live to finish is cut off: nobody was told of it. */
    private void read(Path path) throws IOException {
        String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        for (String line : whole.lines().toList()) {
            if (EmulatorJson.MAPPER.readTree(line) instanceof ObjectNode entry) {
                apply(entry);
            }
        }
        if (whole.length() < text.length()) {
            Files.writeString(path, whole);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the archive", e);
        }
    }
}
