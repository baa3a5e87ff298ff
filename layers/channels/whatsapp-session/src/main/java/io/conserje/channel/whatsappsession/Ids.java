package io.conserje.channel.whatsappsession;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Json;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How messages are named. One of ours is {@code 3EB0} and 18 digits, as the client that WhatsApp
 * Web runs names its own. One of a customer's has their key before it, {@code 50760000001:3A...}:
 * who wrote it chose the id, and marking it as read takes the chat.
 */
final class Ids {
    private static final String OF_THE_WEB = "3EB0";
    private static final int DIGITS = 18;
    private static final Pattern OURS = Pattern.compile("3EB0[0-9A-F]{18}");
    private static final Pattern THEIRS = Pattern.compile("((?:lid:)?[0-9]{1,20}):(.+)");

    private Ids() {}

    /** The same in every try, so that what is sent twice can be known for one. */
    static String ours(OutboundId id) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(id.toString().getBytes(UTF_8));
            return OF_THE_WEB
                    + HexFormat.of().withUpperCase().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static MessageId theirs(Person from, String id) {
        return new MessageId(from.key() + ":" + id);
    }

    /** A message of a customer's, taken apart. */
    record Theirs(Person from, String id) {}

    static Optional<Theirs> parseTheirs(MessageId message) {
        Matcher found = THEIRS.matcher(message.value());
        return found.matches()
                ? Person.ofKey(found.group(1)).map(from -> new Theirs(from, found.group(2)))
                : Optional.empty();
    }

    /**
     * What is quoted: WhatsApp tells who wrote it ({@code ContextInfo.participant}); where it does
     * not, the look of the id decides.
     */
    static Optional<MessageId> quoted(JsonNode context, Person by) {
        Optional<String> author = Json.text(context, "participant");
        return Json.text(context, "stanzaId")
                .map(id ->
                        author.map(by::has).orElseGet(() -> !OURS.matcher(id).matches())
                                ? theirs(by, id)
                                : new MessageId(id));
    }

    /**
     * What is reacted to ({@code MessageKey}). It is written from the customer's side, where {@code
     * fromMe} is theirs and the chat is the business; the client turns some of them to our side,
     * and then the chat is the customer.
     */
    static Optional<MessageId> reactedTo(JsonNode key, Person by) {
        boolean ourSide = Json.text(key, "remoteJid").filter(by::has).isPresent();
        boolean fromMe = key.path("fromMe").asBoolean(false);
        return Json.text(key, "id")
                .map(id -> fromMe == ourSide ? new MessageId(id) : theirs(by, id));
    }
}
