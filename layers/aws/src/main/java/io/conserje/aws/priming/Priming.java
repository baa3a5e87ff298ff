package io.conserje.aws.priming;

import io.conserje.aws.AwsClients;
import io.conserje.aws.Env;
import io.conserje.model.TheOutsideWorld;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.awssdk.core.warmup.SdkWarmUp;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Readies a function before its snapshot is taken. Nothing that goes wrong here fails the snapshot:
 * the first answer after it would be slower, and a line in the log says why.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks.html">Runtime
 *     hooks</a>
 */
public final class Priming implements Resource {
    private static final Logger LOG = LoggerFactory.getLogger(Priming.class);

    private static final Map<String, AttributeValue> NOBODYS =
            Map.of("pk", AttributeValue.fromS("PRIMING"), "sk", AttributeValue.fromS("PRIMING"));

    private final Rehearsal<?, ?> rehearsal;
    private final List<Look> looks;
    private final AwsClients clients;
    private final Env env;
    private final Depth depth;

    /** A call that has no effect. */
    public sealed interface Look {}

    /**
     * Reads what is not there.
     *
     * @param variable names the table
     */
    public record AtTable(String variable) implements Look {}

    /**
     * Asks for an attribute.
     *
     * @param variable holds the queue's address
     */
    public record AtQueue(String variable) implements Look {}

    /** A connection as providers want it, to AWS itself. */
    public record AtHttps() implements Look {}

    private Priming(Rehearsal<?, ?> rehearsal, List<Look> looks, AwsClients clients, Env env) {
        this.rehearsal = rehearsal;
        this.looks = looks;
        this.clients = clients;
        this.env = env;
        this.depth = Depth.of(env);
    }

    /**
     * Runs before a snapshot, and before the clients are closed for it, since it comes after them.
     *
     * @param looks with the permissions that the function has anyway
     * @return to be kept: the runtime keeps it weakly, and drops what nobody else holds in silence
     */
    public static Priming register(
            Rehearsal<?, ?> rehearsal, List<Look> looks, AwsClients clients, Env env) {
        Priming priming = new Priming(rehearsal, looks, clients, env);
        Core.getGlobalContext().register(priming);
        return priming;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        switch (depth) {
            case NONE -> {}
            case SDK -> attempt("warm up the SDK", Priming::warmUp);
            case REHEARSED -> attempt("rehearse", this::rehearse);
            case FULL -> {
                attempt("rehearse", this::rehearse);
                looks.forEach(look -> attempt("look " + look, () -> look(look)));
            }
        }
    }

    /** What may go wrong before a snapshot. */
    private interface Step {
        void take() throws IOException;
    }

    private static void attempt(String what, Step step) {
        try {
            step.take();
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.warn("could not {} before the snapshot: first answers are slower", what, e);
        }
    }

    private static void warmUp() {
        SdkWarmUp.warmUp(DynamoDbClient.class, SqsClient.class, SecretsManagerClient.class);
    }

    /** In silence: its log lines would be counted as messages. */
    @TheOutsideWorld
    private void rehearse() throws IOException {
        PrintStream log = System.out;
        List<String> failures;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try {
            failures = rehearsal.play(env);
        } finally {
            System.setOut(log);
            MDC.clear();
        }
        failures.forEach(answer -> LOG.warn("the rehearsal came to {}", answer));
    }

    private void look(Look look) throws IOException {
        switch (look) {
            case AtTable table -> named(table.variable()).ifPresent(this::read);
            case AtQueue queue -> named(queue.variable()).ifPresent(this::ask);
            case AtHttps nobody -> new Handshake(env).make();
        }
    }

    /** Not every stage has all that there may be. */
    private Optional<String> named(String variable) {
        return env.get(variable).filter(name -> !name.isBlank());
    }

    private void read(String table) {
        clients.dynamo().getItem(get -> get.tableName(table).key(NOBODYS));
    }

    private void ask(String queueUrl) {
        clients.sqs()
                .getQueueAttributes(get ->
                        get.queueUrl(queueUrl)
                                .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
