package io.conserje.local.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** A received batch as Lambda hands it to a function. */
record SqsEvents(String queueArn) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    byte[] event(List<Message> batch) {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode records = event.putArray("Records");
        batch.forEach(message -> records.add(record(message)));
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private ObjectNode record(Message message) {
        ObjectNode node = JSON.createObjectNode();
        node.put("messageId", message.messageId());
        node.put("receiptHandle", message.receiptHandle());
        node.put("body", message.body());
        ObjectNode attributes = node.putObject("attributes");
        message.attributesAsStrings().forEach(attributes::put);
        ObjectNode own = node.putObject("messageAttributes");
        for (Map.Entry<String, MessageAttributeValue> is : message.messageAttributes().entrySet()) {
            own.set(is.getKey(), attribute(is.getValue()));
        }
        node.put("md5OfBody", message.md5OfBody());
        node.put("eventSource", "aws:sqs");
        node.put("eventSourceARN", queueArn);
        node.put("awsRegion", Arn.REGION);
        return node;
    }

    private static ObjectNode attribute(MessageAttributeValue value) {
        ObjectNode node = JSON.createObjectNode();
        if (value.stringValue() != null) {
            node.put("stringValue", value.stringValue());
        }
        if (value.binaryValue() != null) {
            node.put("binaryValue", value.binaryValue().asByteArray());
        }
        node.putArray("stringListValues");
        node.putArray("binaryListValues");
        node.put("dataType", value.dataType());
        return node;
    }
}
