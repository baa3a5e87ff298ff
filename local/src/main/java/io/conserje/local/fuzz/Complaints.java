package io.conserje.local.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.LoggerFactory;

/**
 * Listens to the log in the place of whoever writes it down. An error, or a warning with an
 * exception, is a complaint; so is an event that does not become one line of JSON.
 */
final class Complaints extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
    private final LogstashEncoder encoder = new LogstashEncoder();
    private final Map<Thread, List<String>> complaints = new ConcurrentHashMap<>();

    private Complaints() {}

    static Complaints listen() {
        Complaints complaints = new Complaints();
        complaints.begin();
        return complaints;
    }

    private void begin() {
        for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext(); ) {
            others.add(all.next());
        }
        others.forEach(root::detachAppender);
        LoggerContext context = root.getLoggerContext();
        encoder.setContext(context);
        encoder.start();
        setContext(context);
        setName("complaints");
        start();
        root.addAppender(this);
        root.setLevel(Level.WARN);
    }

    @Override
    protected void append(ILoggingEvent event) {
        List<String> mine =
                complaints.computeIfAbsent(Thread.currentThread(), thread -> new ArrayList<>());
        boolean bad =
                event.getLevel().isGreaterOrEqual(Level.ERROR)
                        || (event.getLevel().isGreaterOrEqual(Level.WARN)
                                && event.getThrowableProxy() != null);
        if (bad) {
            mine.add("logged: " + said(event));
        }
        if (!isOneLine(encoder.encode(event))) {
            mine.add("not a line of JSON in the log: " + said(event));
        }
    }

    private static String said(ILoggingEvent event) {
        String thrown =
                event.getThrowableProxy() == null
                        ? ""
                        : " "
                                + event.getThrowableProxy().getClassName()
                                + ": "
                                + event.getThrowableProxy().getMessage();
        return event.getLevel() + " " + event.getFormattedMessage() + thrown;
    }

    private static boolean isOneLine(byte[] encoded) {
        String line = new String(encoded, StandardCharsets.UTF_8).stripTrailing();
        try {
            return line.indexOf('\n') < 0 && JSON.readTree(line).isObject();
        } catch (IOException e) {
            return false;
        }
    }

    /** What this thread has complained of since it was asked before. */
    List<String> ofThisThread() {
        List<String> mine = complaints.remove(Thread.currentThread());
        return mine == null ? List.of() : mine;
    }

    /** What all threads have. */
    List<String> all() {
        List<String> all = complaints.values().stream().flatMap(List::stream).toList();
        complaints.clear();
        return all;
    }

    @Override
    public void close() {
        root.detachAppender(this);
        root.setLevel(before);
        others.forEach(root::addAppender);
    }
}
