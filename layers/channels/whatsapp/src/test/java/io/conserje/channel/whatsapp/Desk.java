package io.conserje.channel.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.conserje.channel.Files;
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
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import io.conserje.model.Outgoing.Ask;
import io.conserje.model.Outgoing.Option;
import io.conserje.model.ProjectId;
import io.conserje.model.Terms;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A clinic's account, and what comes to it and goes from it. */
final class Desk {
    static final String NUMBER = "1122334455667";
    static final String TOKEN = "EAAB-the-access-token";
    static final ProjectId PROJECT = new ProjectId("demo");
    static final AccountRef REF = new AccountRef("whatsapp", "clinica");
    static final Account ACCOUNT = new Account(PROJECT, REF, Map.of("phone-number-id", NUMBER));
    static final Contact ANA = Contact.ofPhone("34600111222");
    static final OutboundId OUR_ID = new OutboundId(ConversationId.of(PROJECT, REF, ANA), 7);
    static final Instant SENT_AT = Instant.ofEpochSecond(1_760_000_000);

    /** For messages that carry no file. */
    static final Files NO_FILES =
            file -> {
                throw new IOException(file.key() + " was asked for");
            };

    private Desk() {}

    /** Turns single quotes into double ones, so that JSON can be read in a test. */
    static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }

    static Webhook webhook(String body) {
        return new Webhook(Map.of(), Map.of(), body.getBytes(UTF_8));
    }

    static List<Normalised> normalise(String body) throws MalformedWebhook {
        return new WhatsAppChannel().normalise(webhook(json(body)), ACCOUNT);
    }

    static String envelope(String... changes) {
        return "{'object':'whatsapp_business_account','entry':[{'id':'102290129340398','changes':["
                + String.join(",", changes)
                + "]}]}";
    }

    /** A change of field {@code messages} to our number. */
    static String change(String valueFields) {
        return "{'field':'messages','value':{'messaging_product':'whatsapp','metadata':"
                + "{'display_phone_number':'34910000000','phone_number_id':'"
                + NUMBER
                + "'},"
                + valueFields
                + "}}";
    }

    static String messages(String... messages) {
        return "'messages':[" + String.join(",", messages) + "]";
    }

    static String fromAna(String id, String fields) {
        return "{'from':'34600111222','id':'" + id + "','timestamp':'1760000000'," + fields + "}";
    }

    static String text(String id, String body) {
        return fromAna(id, "'type':'text','text':{'body':'" + body + "'}");
    }

    /** A change of another field than {@code messages}. */
    static String changeOf(String field, String value) {
        return "{'field':'" + field + "','value':" + value + "}";
    }

    /** What the desk understands when Ana sends a message with these fields. */
    static Content contentOf(String fields) throws MalformedWebhook {
        return only(fromAnaIn(normalise(envelope(change(messages(fromAna("wamid.1", fields)))))))
                .message()
                .content();
    }

    static List<Normalised.FromContact> fromAnaIn(List<Normalised> told) {
        return told.stream().map(Normalised.FromContact.class::cast).toList();
    }

    static <T> T only(List<T> items) {
        if (items.size() != 1) {
            throw new AssertionError("expected one, got " + items);
        }
        return items.getFirst();
    }

    static Content.Unsupported keptOnAccount(Normalised told) {
        return (Content.Unsupported) ((Normalised.AboutAccount) told).message().content();
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
        return new OutboundMessage(
                OUR_ID,
                PROJECT,
                REF,
                contact,
                Optional.empty(),
                content,
                Terms.answer(SENT_AT),
                new CorrelationId("c-1"),
                SENT_AT);
    }

    static Ask ask(int options) {
        return new Ask(
                "¿A qué hora?",
                "Ver horas",
                IntStream.rangeClosed(1, options)
                        .mapToObj(i -> new Option("slot-" + i, "A las " + i))
                        .toList());
    }
}
