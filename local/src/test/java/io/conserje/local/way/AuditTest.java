package io.conserje.local.way;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.audit.Findings;
import io.conserje.application.audit.Violation;
import io.conserje.application.audit.Violation.Promise;
import io.conserje.aws.AwsClients;
import io.conserje.aws.Env;
import io.conserje.local.audit.StoredAudit;
import io.conserje.local.site.Site;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The audit of a running system finds nothing until something is wrong. */
class AuditTest {
    private Site site;
    private Path data;
    private Env env;
    private AwsClients clients;

    @BeforeEach
    void open(@TempDir Path folder) {
        data = folder;
        site = Checkout.running(data);
        env = site.cloud().environmentOf("HealthFunction");
        clients = new AwsClients(env);
        Checkout.phone(site).say("50761000001", "hola");
        Checkout.phone(site).say("50761000001", "quiero una limpieza");
        Checkout.settle(site);
    }

    @AfterEach
    void close() {
        clients.close();
        site.close();
    }

    private Findings audit() {
        return StoredAudit.of(env, Optional.empty(), Instant.now());
    }

    private static List<Promise> broken(Findings findings) {
        return findings.violations().stream().map(Violation::promise).distinct().toList();
    }

    private String table() {
        return env.get("CONVERSATIONS_TABLE").orElseThrow();
    }

    /** Of the first item whose sort key begins so. */
    private Map<String, AttributeValue> key(String sort) {
        for (Map<String, AttributeValue> item :
                clients.dynamo().scan(scan -> scan.tableName(table())).items()) {
            AttributeValue pk = Objects.requireNonNull(item.get("pk"));
            AttributeValue sk = Objects.requireNonNull(item.get("sk"));
            if (sk.s().startsWith(sort)) {
                return Map.of("pk", pk, "sk", sk);
            }
        }
        throw new AssertionError("no item " + sort);
    }

    @Test
    void whatWentWellIsFoundWell() {
        Findings findings = audit();

        assertEquals(List.of(), findings.violations());
        assertEquals(2, findings.counts().get("heard: answered"));
        assertEquals(2, findings.counts().get("said: accepted"));
    }

    @Test
    void whatWasStoppedIsFoundAsItWas() {
        Findings running = audit();
        site.close();

        Findings stopped =
                StoredAudit.ofStopped(Checkout.ROOT.resolve("template.yaml"), data, Instant.now());

        assertEquals(running, stopped);
    }

    @Test
    void aMessageThatIsGoneIsMissed() {
        Map<String, AttributeValue> message = key("M#");

        clients.dynamo().deleteItem(delete -> delete.tableName(table()).key(message));

        assertTrue(broken(audit()).contains(Promise.NOTHING_LOST));
    }

    @Test
    void aRepetitionThatWouldNotBeToldIsFound() {
        Map<String, AttributeValue> mark = key("SEEN#");

        clients.dynamo().deleteItem(delete -> delete.tableName(table()).key(mark));

        assertEquals(List.of(Promise.NO_ORPHAN), broken(audit()));
    }

    @Test
    void whatIsParkedIsCountedAndStaysWhereItIs() {
        String url = env.get("INBOUND_DEAD_LETTERS_URL").orElseThrow();
        clients.sqs()
                .sendMessage(send ->
                        send.queueUrl(url)
                                .messageBody("{}")
                                .messageGroupId("g")
                                .messageDeduplicationId("d"));

        assertEquals(1, audit().counts().get("in dead-letter queues"));
        assertEquals(1, audit().counts().get("in dead-letter queues"));
        assertTrue(audit().allKept());
    }
}
