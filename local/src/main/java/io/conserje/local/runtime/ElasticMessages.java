package io.conserje.local.runtime;

import io.conserje.local.runtime.StoredMessage.Attribute;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elasticmq.BinaryMessageAttribute;
import org.elasticmq.DeduplicationId;
import org.elasticmq.DeliveryReceipt;
import org.elasticmq.MessageAttribute;
import org.elasticmq.MessageContent;
import org.elasticmq.MessageId;
import org.elasticmq.NeverReceived$;
import org.elasticmq.NumberMessageAttribute;
import org.elasticmq.OnDateTimeReceived;
import org.elasticmq.Received;
import org.elasticmq.StringMessageAttribute;
import org.elasticmq.TracingId;
import org.elasticmq.actor.queue.InternalMessage;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/** ElasticMQ's messages as the journal's, and back. */
final class ElasticMessages {
    private ElasticMessages() {}

    static StoredMessage stored(String queue, InternalMessage message) {
        return new StoredMessage(
                queue,
                message.id(),
                message.content().value(),
                attributes(message),
                message.created().toString(),
                message.nextDelivery(),
                orNull(message.messageGroupId()),
                orNull(message.messageDeduplicationId().map(DeduplicationId::id)),
                orNull(message.tracingId().map(TracingId::id)),
                orNull(message.sequenceNumber()),
                orNull(message.deadLetterSourceQueueName()),
                message.receiveCount(),
                firstReceived(message));
    }

    static @Nullable String firstReceived(InternalMessage message) {
        return message.firstReceive() instanceof OnDateTimeReceived received
                ? received.when().toString()
                : null;
    }

    /**
     * Made for the queue's own kind: ElasticMQ's store restores every message as one of a standard
     * queue, ordered by its next delivery, and a FIFO group then overtakes a message in flight. One
     * that was received before the crash is visible at once, since whoever held it is gone; it has
     * a receipt, because ElasticMQ removes what it moves to the dead letters by its receipts, and
     * one without would be counted as waiting for ever.
     *
     * @param index its place in the order of arrival, which decides where two came in the same
     *     instant
     */
    static InternalMessage restored(StoredMessage message, boolean fifo, int index) {
        OffsetDateTime created = OffsetDateTime.parse(message.created());
        return new InternalMessage(
                message.id(),
                CollectionConverters.asScala(receipts(message)),
                message.receiveCount() > 0
                        ? created.toInstant().toEpochMilli()
                        : message.visibleAtMillis(),
                new MessageContent(message.body()),
                scala.collection.immutable.Map.from(
                        CollectionConverters.asScala(attributes(message))),
                created,
                index,
                received(message.firstReceived()),
                message.receiveCount(),
                fifo,
                Option.apply(message.group()),
                option(message.deduplication()).map(DeduplicationId::new),
                option(message.tracing()).map(TracingId::new),
                Option.apply(message.sequence()),
                Option.apply(message.deadLetterSource()));
    }

    private static List<String> receipts(StoredMessage message) {
        List<String> receipts = new ArrayList<>();
        if (message.receiveCount() > 0) {
            receipts.add(DeliveryReceipt.generate(new MessageId(message.id())).receipt());
        }
        return receipts;
    }

    private static Option<String> option(@Nullable String value) {
        return Option.apply(value);
    }

    private static Received received(@Nullable String first) {
        return first == null
                ? NeverReceived$.MODULE$
                : new OnDateTimeReceived(OffsetDateTime.parse(first));
    }

    private static Map<String, Attribute> attributes(InternalMessage message) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        CollectionConverters.asJava(message.messageAttributes())
                .forEach((name, value) -> attributes.put(name, attribute(value)));
        return attributes;
    }

    private static Attribute attribute(MessageAttribute attribute) {
        return switch (attribute) {
            case StringMessageAttribute text ->
                    new Attribute("String", text.stringValue(), orNull(text.customType()));
            case NumberMessageAttribute number ->
                    new Attribute("Number", number.stringValue(), orNull(number.customType()));
            case BinaryMessageAttribute binary ->
                    new Attribute("Binary", binary.asBase64(), orNull(binary.customType()));
            default -> throw new IllegalStateException("Unknown attribute " + attribute);
        };
    }

    private static Map<String, MessageAttribute> attributes(StoredMessage message) {
        Map<String, MessageAttribute> attributes = new LinkedHashMap<>();
        message.attributes().forEach((name, value) -> attributes.put(name, attribute(value)));
        return attributes;
    }

    private static MessageAttribute attribute(Attribute attribute) {
        Option<String> custom = Option.apply(attribute.customType());
        return switch (attribute.type()) {
            case "Number" -> new NumberMessageAttribute(attribute.value(), custom);
            case "Binary" -> BinaryMessageAttribute.fromBase64(attribute.value(), custom);
            default -> new StringMessageAttribute(attribute.value(), custom);
        };
    }

    static scala.collection.immutable.List<InternalMessage> list(List<InternalMessage> messages) {
        return scala.collection.immutable.List.from(CollectionConverters.asScala(messages));
    }

    private static @Nullable String orNull(Option<String> option) {
        Optional<String> value = OptionConverters.toJava(option);
        return value.orElse(null);
    }
}
