package io.conserje.testkit;

import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import io.conserje.model.MediaKind;
import io.conserje.model.MessageId;
import io.conserje.model.Template;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Messages of customers. */
public final class Messages {

    /** A Wednesday, half past ten in the morning at the clinic, which is open. */
    public static final Instant MORNING = atTheClinic("2026-03-11T10:30");

    private Messages() {}

    /** A moment by the clock on the clinic's wall. */
    public static Instant atTheClinic(String time) {
        return LocalDateTime.parse(time).atZone(Businesses.ZONE).toInstant();
    }

    /** A text that names itself: the same words are the same message. */
    public static InboundMessage text(String body) {
        return text("id of " + body, body);
    }

    public static InboundMessage text(String id, String body) {
        return message(id, new Content.Text(body));
    }

    /** A tap on an option that we offered. */
    public static InboundMessage choice(String id, String title) {
        return message("choice of " + id, new Content.Choice(id, title));
    }

    /** An operator gives the conversation back. */
    public static InboundMessage handBack() {
        return message("hand-back", new Content.HandBack("olga"));
    }

    public static InboundMessage message(String id, Content content) {
        return InboundMessage.of(new MessageId(id), MORNING, content);
    }

    /** One content of every kind that a customer or a provider can send. */
    public static List<Content> ofEveryKind() {
        Content.Text text = new Content.Text("hola");
        MessageId other = new MessageId("another");
        return List.of(
                text,
                new Content.Choice("hours", "Horario"),
                media(MediaKind.AUDIO),
                new Content.Location(8.98, -79.52, Optional.of("Casa"), Optional.empty()),
                new Content.ContactCards(List.of(new Content.Card("Ana", List.of("50760000000")))),
                new Content.Reaction(other, Optional.of("👍")),
                new Content.Order(
                        "catalogue",
                        Optional.of("sin prisa"),
                        List.of(new Content.OrderLine("cepillo", 2, "3.50", "USD"))),
                new Content.FormReply("alta", "{\"edad\":40}"),
                new Content.Edit(other, text),
                new Content.Deletion(other),
                new Content.Notice("number-changed", "50760000001"),
                new Content.HandBack("olga"),
                new Content.Reach(false),
                new Content.MarketingChoice(true),
                new Content.TemplateNews("cita", "es", Template.Status.APPROVED, Optional.empty()),
                new Content.Unsupported("poll", "{\"poll\":{}}"));
    }

    public static Content.Media media(MediaKind kind) {
        return new Content.Media(
                kind,
                "media-1",
                "application/octet-stream",
                Optional.of("c2hh"),
                Optional.of("archivo"),
                Optional.empty(),
                kind == MediaKind.AUDIO);
    }
}
