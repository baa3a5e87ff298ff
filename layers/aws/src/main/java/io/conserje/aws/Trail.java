package io.conserje.aws;

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

    @Override
    public void close() {
        MDC.setContextMap(before);
    }
}
