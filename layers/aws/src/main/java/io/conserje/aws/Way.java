package io.conserje.aws;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import net.logstash.logback.argument.StructuredArgument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says where on its way a message is: one line of JSON that is both a log and, in CloudWatch's
 * embedded metric format
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html),
 * a count, an error count and a latency for the word. Never the text of a message, never a secret.
 */
public final class Way {
    private static final Logger LOG = LoggerFactory.getLogger("io.conserje.way");
    private static final String METRICS = metrics("");
    private static final String METRICS_OF_PARKED =
            metrics(",{\"Name\":\"parked\",\"Unit\":\"Count\"}");

    private final String stage;
    private final InstantSource clock;

    public Way(Stage stage, InstantSource clock) {
        this.stage = stage.name();
        this.clock = clock;
    }

    /**
     * The words of the way. Both queues are a {@code QUEUE}; a field tells which. {@code DUE}
     * stands beside the way: the clock, which has something said that nobody asked for.
     */
    public enum Word {
        WEBHOOK,
        NORMALISE,
        QUEUE,
        DECIDE,
        SEND,
        RECEIPT,
        DUE;

        private final String text = name().toLowerCase(Locale.ROOT);
    }

    /**
     * One message passed one word.
     *
     * @param what happened there, in a few words
     * @param fields more that an operator wants to know; texts and numbers
     */
    public void passed(Word word, String what, Duration latency, Map<String, Object> fields) {
        log(word, what, latency, 0, METRICS, fields);
    }

    /** One message could not pass a word, now or ever; the fields say why. */
    public void failed(Word word, String what, Duration latency, Map<String, Object> fields) {
        log(word, what, latency, 1, METRICS, fields);
    }

    /** One message waits for a person now; an alarm counts these. */
    public void parked(Word word, String what, Duration latency, Map<String, Object> fields) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put("parked", 1);
        log(word, what, latency, 1, METRICS_OF_PARKED, more);
    }

    private void log(
            Word word,
            String what,
            Duration latency,
            int errors,
            String metrics,
            Map<String, Object> fields) {
        if (!(errors == 0 ? LOG.isInfoEnabled() : LOG.isWarnEnabled())) {
            return;
        }
        Line line = new Line(word, stage, latency, errors, metrics, clock.millis(), fields);
        if (errors == 0) {
            LOG.info(what, line);
        } else {
            LOG.warn(what, line);
        }
    }

    private static String metrics(String more) {
        return """
        [{"Namespace":"Conserje","Dimensions":[["stage","word"]],"Metrics":[\
        {"Name":"count","Unit":"Count"},{"Name":"errors","Unit":"Count"},\
        {"Name":"latency","Unit":"Milliseconds"}\
        """
                + more
                + "]}]";
    }

    /**
     * The members of the line's object that are its own, written without a map or a text of them in
     * between: there are two lines to each webhook.
     *
     * @param metrics JSON
     * @param now in milliseconds since the epoch
     */
    private record Line(
            Word word,
            String stage,
            Duration latency,
            int errors,
            String metrics,
            long now,
            Map<String, Object> fields)
            implements StructuredArgument {

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                json.writeObjectField(field.getKey(), field.getValue());
            }
            json.writeStringField("word", word.text);
            json.writeStringField("stage", stage);
            json.writeNumberField("count", 1);
            json.writeNumberField("errors", errors);
            json.writeNumberField("latency", latency.toNanos() / 1000 / 1000.0);
            json.writeObjectFieldStart("_aws");
            json.writeNumberField("Timestamp", now);
            json.writeFieldName("CloudWatchMetrics");
            json.writeRawValue(metrics);
            json.writeEndObject();
        }
    }
}
