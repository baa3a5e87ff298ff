package io.conserje.local.runtime;

import ch.qos.logback.classic.Level;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Keeps the embedded servers quiet: what they say at INFO is about themselves. */
final class Logging {
    private static final List<String> CHATTY =
            List.of(
                    "software.amazon.awssdk",
                    "org.eclipse.jetty",
                    "org.elasticmq",
                    "org.apache.pekko",
                    "io.helidon");

    /** java.util.logging forgets the level of a logger that nobody holds. */
    private static final List<java.util.logging.Logger> HELD =
            List.of(
                    java.util.logging.Logger.getLogger("com.almworks.sqlite4java"),
                    java.util.logging.Logger.getLogger("io.helidon"));

    private Logging() {}

    static void quiet() {
        HELD.forEach(logger -> logger.setLevel(java.util.logging.Level.WARNING));
        CHATTY.forEach(name -> level(name, Level.WARN));
        // At WARN it prints a stack trace for every condition that does not hold.
        level("software.amazon.dynamodb", Level.ERROR);
        // Reports a scan that was cut off by the end of the process.
        silence("software.amazon.dynamodb.services.local.shared.jobs");
    }

    static void silence(String name) {
        level(name, Level.OFF);
    }

    private static void level(String name, Level level) {
        if (LoggerFactory.getLogger(name) instanceof ch.qos.logback.classic.Logger logger) {
            logger.setLevel(level);
        }
    }
}
