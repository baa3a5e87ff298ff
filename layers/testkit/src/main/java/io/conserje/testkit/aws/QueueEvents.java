package io.conserje.testkit.aws;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Hands what came out of a queue to a function, as the event source mapping does. */
public final class QueueEvents {
    private QueueEvents() {}

    public static SQSEvent of(List<Message> messages) {
        SQSEvent event = new SQSEvent();
        event.setRecords(new ArrayList<>(messages.stream().map(QueueEvents::record).toList()));
        return event;
    }

    private static SQSMessage record(Message message) {
        Map<String, MessageAttribute> attributes = new HashMap<>();
        message.messageAttributes()
                .forEach((name, value) -> {
                    MessageAttribute attribute = new MessageAttribute();
                    attribute.setDataType(value.dataType());
                    attribute.setStringValue(value.stringValue());
                    attributes.put(name, attribute);
                });
        SQSMessage record = new SQSMessage();
        record.setMessageId(message.messageId());
        record.setReceiptHandle(message.receiptHandle());
        record.setBody(message.body());
        record.setAttributes(new HashMap<>(message.attributesAsStrings()));
        record.setMessageAttributes(attributes);
        return record;
    }

    /** The ids of the messages that the function asks for again. */
    public static List<String> failures(SQSBatchResponse answer) {
        return answer.getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }

    /** A message's own attribute; empty when it has none of that name. */
    public static String attribute(Message message, String name) {
        return Optional.ofNullable(message.messageAttributes().get(name))
                .map(MessageAttributeValue::stringValue)
                .orElse("");
    }
}
