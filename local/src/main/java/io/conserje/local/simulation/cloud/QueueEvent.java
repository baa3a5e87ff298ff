package io.conserje.local.simulation.cloud;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a function is handed of a queue. */
public final class QueueEvent {
    private QueueEvent() {}

    public static SQSEvent of(List<QueueMessage> batch) {
        SQSEvent event = new SQSEvent();
        event.setRecords(batch.stream().map(QueueEvent::record).toList());
        return event;
    }

    private static SQSMessage record(QueueMessage message) {
        SQSMessage record = new SQSMessage();
        record.setMessageId(message.id());
        record.setReceiptHandle(message.handle());
        record.setBody(message.body());
        Map<String, String> attributes = new HashMap<>();
        attributes.put("ApproximateReceiveCount", Integer.toString(message.taken()));
        if (!message.group().isEmpty()) {
            attributes.put("MessageGroupId", message.group());
        }
        record.setAttributes(attributes);
        Map<String, MessageAttribute> own = new HashMap<>();
        message.attributes()
                .forEach((name, value) -> {
                    MessageAttribute attribute = new MessageAttribute();
                    attribute.setStringValue(value.stringValue());
                    attribute.setDataType(value.dataType());
                    own.put(name, attribute);
                });
        record.setMessageAttributes(own);
        return record;
    }
}
