package io.conserje.aws;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** What every log line of a thread carries while it works on one message. */
public final class Trail implements AutoCloseable {
    private static final String CORRELATION = "correlation";
    private static final String CONVERSATION = "conversation";
    private static final String PROJECT = "project";

    private final @Nullable String correlation = MDC.get(CORRELATION);
    private final @Nullable String conversation = MDC.get(CONVERSATION);
    private final @Nullable String project = MDC.get(PROJECT);

    private Trail() {}

    public static Trail of(Object correlation, Object conversation, Object project) {
        Trail trail = new Trail();
        MDC.put(CORRELATION, correlation.toString());
        MDC.put(CONVERSATION, conversation.toString());
        MDC.put(PROJECT, project.toString());
        return trail;
    }

    /** Of a queue message that may not be readable: what its attributes tell. */
    static Trail of(SQSMessage message) {
        String group = message.getAttributes().getOrDefault("MessageGroupId", "");
        MessageAttribute correlation = message.getMessageAttributes().get(CORRELATION);
        return of(correlation == null ? "" : correlation.getStringValue(), group, "");
    }

    /** The lines that follow carry what they carried before. */
    @Override
    public void close() {
        putBack(CORRELATION, correlation);
        putBack(CONVERSATION, conversation);
        putBack(PROJECT, project);
    }

    private static void putBack(String name, @Nullable String before) {
        if (before == null) {
            MDC.remove(name);
        } else {
            MDC.put(name, before);
        }
    }
}
