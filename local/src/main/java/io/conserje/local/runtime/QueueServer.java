package io.conserje.local.runtime;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.conserje.local.template.Queue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.msg.RestoreMessages;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder$;
import org.elasticmq.util.NowProvider;
import scala.Option;

/**
 * ElasticMQ on a free loopback port, with its messages in a {@link QueueJournal}. Its own store is
 * not used because it forgets on restart that a queue was FIFO (see {@link
 * ElasticMessages#restored}). Queues are not stored at all: the template says which there are and
 * how they behave.
 */
final class QueueServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A long poll takes up to 20 s, so a request may take a little more. */
    private static final Config SETTINGS =
            ConfigFactory.parseString(
                    """
                    pekko {
                      loggers = ["org.apache.pekko.event.slf4j.Slf4jLogger"]
                      logging-filter = "org.apache.pekko.event.slf4j.Slf4jLoggingFilter"
                      loglevel = WARNING
                      stdout-loglevel = WARNING
                      daemonic = on
                      jvm-shutdown-hooks = off
                      coordinated-shutdown.run-by-jvm-shutdown-hook = off
                      http.server {
                        max-connections = 4096
                        request-timeout = 30 s
                        parsing.illegal-header-warnings = off
                      }
                    }
                    """);

    private final QueueJournal journal;
    private final ActorSystem actors;
    private final ActorRef queues;
    private final URI uri;

    private QueueServer(QueueJournal journal) {
        this.journal = journal;
        this.actors =
                ActorSystem.create(
                        "queues",
                        SETTINGS.withFallback(ConfigFactory.defaultReference()).resolve());
        ActorRef listener = actors.actorOf(JournalActor.props(journal));
        this.queues =
                actors.actorOf(
                        Props.create(
                                QueueManagerActor.class,
                                () ->
                                        new QueueManagerActor(
                                                new NowProvider(),
                                                StrictSQSLimits$.MODULE$,
                                                Option.apply(listener))));
        SQSRestServer server =
                SQSRestServerBuilder$.MODULE$
                        .withActorSystem(actors)
                        .withQueueManagerActor(queues)
                        .withInterface("127.0.0.1")
                        .withDynamicPort()
                        .withAWSRegion("us-east-1")
                        .withAWSAccountId("000000000000")
                        .start();
        this.uri =
                URI.create(
                        "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
    }

    static QueueServer start(Path data) {
        return new QueueServer(QueueJournal.open(data.resolve("messages.jsonl")));
    }

    URI uri() {
        return uri;
    }

    /**
     * Puts back what was queued. To be called once, when the queues exist and nobody receives yet.
     */
    void restore(List<Queue> into) {
        into.forEach(this::restore);
    }

    private void restore(Queue queue) {
        List<InternalMessage> messages = new ArrayList<>();
        for (StoredMessage message : journal.found()) {
            if (message.queue().equals(queue.name())) {
                messages.add(ElasticMessages.restored(message, queue.fifo(), messages.size()));
            }
        }
        if (!messages.isEmpty()) {
            ask(actor(queue), new RestoreMessages(ElasticMessages.list(messages)));
        }
    }

    private ActorRef actor(Queue queue) {
        if (ask(queues, new LookupQueue(queue.name())) instanceof Option<?> found
                && found.isDefined()) {
            return (ActorRef) found.get();
        }
        throw new IllegalStateException("There is no queue " + queue.name());
    }

    private static Object ask(ActorRef actor, Object question) {
        return Patterns.ask(actor, question, PATIENCE).toCompletableFuture().join();
    }

    /**
     * At once: what it has answered is in the journal, and stopping politely waits for every long
     * poll.
     */
    @Override
    public void close() {
        Logging.silence("org.apache.pekko");
        actors.terminate();
        actors.getWhenTerminated().toCompletableFuture().join();
        journal.close();
    }
}
