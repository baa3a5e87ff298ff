package io.conserje.aws;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.Map;
import org.slf4j.MDC;

/** What every log line of a thread carries while it works on one message. */
public final class Trail implements AutoCloseable {
    private static final String CORRELATION = "correlation";
    private static final String CONVERSATION = "conversation";
    private static final String PROJECT = "project";

    private final Map<String, String> before;

    private Trail(Map<String, String> before) {
        this.before = before;
    }

    public static Trail of(Object correlation, Object conversation, Object project) {
        Map<String, String> before = MDC.getCopyOfContextMap();
        MDC.put(CORRELATION, correlation.toString());
        MDC.put(CONVERSATION, conversation.toString());
        MDC.put(PROJECT, project.toString());
        return new Trail(before == null ? Map.of() : before);
    }

    /** Of a queue message that may not be readable: what its attributes tell. */
    static Trail of(SQSMessage message) {
        String group = message.getAttributes().getOrDefault("MessageGroupId", "");
        MessageAttribute correlation = message.getMessageAttributes().get(CORRELATION);
        return of(correlation == null ? "" : correlation.getStringValue(), group, "");
    }

    @Override
    public void close() {
        MDC.setContextMap(before);
    }
}
