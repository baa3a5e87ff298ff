package io.conserje.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import io.conserje.model.MessageId;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import io.conserje.model.ProjectId;
import io.conserje.model.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A clinic's bot, and what comes to it and goes from it. */
final class Desk {
    static final String TOKEN = "9876543210:AAF-the_token_of_the_bot";
    static final ProjectId PROJECT = new ProjectId("demo");
    static final AccountRef REF = new AccountRef("telegram", "clinica");
    static final Map<String, String> BOT =
            Map.of("bot-username", "clinica_bot", "bot-id", "9876543210");
    static final Account ACCOUNT = new Account(PROJECT, REF, BOT);
    static final Instant SENT_AT = Instant.ofEpochSecond(1_760_000_000);

    /** Her number takes more than 32 bits. */
    static final Contact ANA = contact("6962620676", "Ana García", "ana_g");

    private static final String ANA_HERSELF =
            "'id':6962620676,'first_name':'Ana','last_name':'García','username':'ana_g'";
    static final String FROM_ANA = "'from':{" + ANA_HERSELF + ",'is_bot':false}";
    static final String PRIVATE = "'chat':{" + ANA_HERSELF + ",'type':'private'}";
    static final String GROUP =
            "'chat':{'id':-1001293752024,'title':'Vecinos','type':'supergroup'}";

    private Desk() {}

    static Contact contact(String userId, String name, String username) {
        return new Contact(
                Optional.of(userId), Optional.empty(), Optional.of(name), Optional.of(username));
    }

    /** Turns single quotes into double ones, so that JSON can be read in a test. */
    static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }

    static List<Normalised> normalise(String body) throws MalformedWebhook {
        return normalise(json(body).getBytes(UTF_8));
    }

    static List<Normalised> normalise(byte[] body) throws MalformedWebhook {
        return new TelegramChannel().normalise(new Webhook(Map.of(), Map.of(), body), ACCOUNT);
    }

    /** What one update tells. */
    static Normalised told(String kind, String payload) throws MalformedWebhook {
        return only(normalise(update(kind, payload)));
    }

    static String update(String kind, String payload) {
        return "{'update_id':439432599,'" + kind + "':{" + payload + "}}";
    }

    /** The fields of a message of Ana's to the bot. */
    static String fromAna(String fields) {
        return "'message_id':154,'date':1760000000," + FROM_ANA + "," + PRIVATE + "," + fields;
    }

    /** The fields of a message of Ana's in a group. */
    static String inGroup(String fields) {
        return "'message_id':35410,'date':1760000000," + FROM_ANA + "," + GROUP + "," + fields;
    }

    static InboundMessage message(Normalised told) {
        return ((Normalised.FromContact) told).message();
    }

    static Contact contact(Normalised told) {
        return ((Normalised.FromContact) told).contact();
    }

    /** What the desk understands when Ana sends a message with these fields. */
    static Content contentOf(String fields) throws MalformedWebhook {
        return message(told("message", fromAna(fields))).content();
    }

    static Content.Unsupported keptOnAccount(Normalised told) {
        return (Content.Unsupported) ((Normalised.AboutAccount) told).message().content();
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

    static OutboundMessage to(Contact contact, Outgoing content, Optional<MessageId> answers) {
        return new OutboundMessage(
                new OutboundId(ConversationId.of(PROJECT, REF, contact), 7),
                PROJECT,
                REF,
                contact,
                answers,
                content,
                Terms.answer(SENT_AT),
                new CorrelationId("c-1"),
                SENT_AT);
    }
}
