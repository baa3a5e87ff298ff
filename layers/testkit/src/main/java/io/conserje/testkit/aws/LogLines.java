package io.conserje.testkit.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.LoggerFactory;

/** What a logger writes while this is open, encoded as in a function. */
public final class LogLines implements AutoCloseable {
    private final Logger logger;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final LogstashEncoder encoder = new LogstashEncoder();
    private final AppenderBase<ILoggingEvent> appender = new Appender();

    private LogLines(Logger logger) {
        this.logger = logger;
    }

    /** Everything that this logger and those below it write, however small. */
    public static LogLines of(String logger) {
        LogLines lines = new LogLines((Logger) LoggerFactory.getLogger(logger));
        lines.open();
        return lines;
    }

    private void open() {
        encoder.setContext(logger.getLoggerContext());
        encoder.start();
        appender.start();
        logger.addAppender(appender);
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
    }

    public List<JsonNode> json() {
        JsonMapper json = new JsonMapper();
        return lines.stream().map(line -> read(json, line)).toList();
    }

    public String text() {
        return String.join("", lines);
    }

    private static JsonNode read(JsonMapper json, String line) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not a line of JSON: " + line, e);
        }
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        logger.setLevel(null);
        logger.setAdditive(true);
    }

    private final class Appender extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(new String(encoder.encode(event), UTF_8));
        }
    }
}
