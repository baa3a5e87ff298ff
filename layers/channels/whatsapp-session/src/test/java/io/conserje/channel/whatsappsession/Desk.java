package io.conserje.channel.whatsappsession;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conserje.channel.MalformedWebhook;
import io.conserje.channel.Normalised;
import io.conserje.channel.Secrets;
import io.conserje.channel.Webhook;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.Contact;
import io.conserje.model.Content;
import io.conserje.model.ConversationId;
import io.conserje.model.CorrelationId;
import io.conserje.model.InboundMessage;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import io.conserje.model.ProjectId;
import io.conserje.model.Receipt;
import io.conserje.model.Terms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A clinic's number, and what comes to it and goes from it. */
final class Desk {
    static final ProjectId PROJECT = new ProjectId("demo");
    static final AccountRef REF = new AccountRef("whatsapp-session", "front");
    static final String QUEUE =
            "https://sqs.us-east-1.amazonaws.com/123456789012/dev1-session-commands.fifo";
    static final Account ACCOUNT = account("commands-queue", QUEUE);
    static final Instant SENT_AT = Instant.ofEpochSecond(1_790_000_000);

    static final Contact ANA =
            new Contact(
                    Optional.empty(),
                    Optional.of("50760000001"),
                    Optional.of("Ana"),
                    Optional.empty());

    private static final String ANAS_CHAT =
            "'chat':{'kind':'person','pn':'50760000001','lid':'900000000001'}";

    private Desk() {}

    static Account account(String... namesAndValues) {
        return new Account(
                PROJECT,
                REF,
                namesAndValues.length == 0
                        ? Map.of()
                        : Map.of(namesAndValues[0], namesAndValues[1]));
    }

    static WhatsAppSessionChannel channel(Commands commands) {
        return new WhatsAppSessionChannel(
                commands,
                InstantSource.fixed(SENT_AT),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5));
    }

    /** Turns single quotes into double ones, so that JSON can be read in a test. */
    static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }

    static JsonNode tree(String singleQuoted) {
        try {
            return new ObjectMapper().readTree(json(singleQuoted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Normalised told(String body) throws MalformedWebhook {
        return only(normalise(json(body).getBytes(UTF_8)));
    }

    static List<Normalised> normalise(byte[] body) throws MalformedWebhook {
        return new WhatsAppSessionChannel()
                .normalise(new Webhook(Map.of(), Map.of(), body), ACCOUNT);
    }

    /** The body of a message of Ana's. */
    static String fromAna(String message) {
        return from(ANAS_CHAT, message);
    }

    static String from(String chat, String message) {
        return "{'v':1,'type':'message','session':'front','fence':7,'id':'3A01','t':1790000000,"
                + "'offline':true,"
                + chat
                + ",'pushName':'Ana','message':{"
                + message
                + "}}";
    }

    static String event(String type, String fields) {
        return "{'v':1,'type':'"
                + type
                + "','session':'front','fence':7,'id':'3EB0AA','t':1790000000"
                + fields
                + "}";
    }

    static InboundMessage message(Normalised told) {
        return ((Normalised.FromContact) told).message();
    }

    /** What the desk understands when Ana sends this. */
    static Content contentOf(String message) throws MalformedWebhook {
        return message(told(fromAna(message))).content();
    }

    static Content.Unsupported keptOnAccount(Normalised told) {
        return (Content.Unsupported) ((Normalised.AboutAccount) told).message().content();
    }

    static Receipt receipt(Normalised told) {
        return ((Normalised.AboutMessage) told).receipt();
    }

    static <T> T only(List<T> items) {
        if (items.size() != 1) {
            throw new AssertionError("expected one, got " + items);
        }
        return items.getFirst();
    }

    static Secrets secrets(String... namesAndValues) {
        return name ->
                IntStream.iterate(0, i -> i < namesAndValues.length, i -> i + 2)
                        .filter(i -> namesAndValues[i].equals(name))
                        .mapToObj(i -> namesAndValues[i + 1])
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no secret " + name));
    }

    static OutboundMessage to(Contact contact, Outgoing content) {
        return to(contact, content, Terms.answer(SENT_AT));
    }

    static OutboundMessage to(Contact contact, Outgoing content, Terms terms) {
        return new OutboundMessage(
                new OutboundId(ConversationId.of(PROJECT, REF, ANA), 7),
                PROJECT,
                REF,
                contact,
                Optional.empty(),
                content,
                terms,
                new CorrelationId("c-1"),
                SENT_AT);
    }
}
