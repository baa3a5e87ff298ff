package io.conserje.local.runtime;

import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.Props;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent;

/**
 * ElasticMQ tells it what happens to each message, and answers its client only after this has
 * answered.
 */
final class JournalActor extends AbstractActor {
    private final QueueJournal journal;

    private JournalActor(QueueJournal journal) {
        this.journal = journal;
    }

    static Props props(QueueJournal journal) {
        return Props.create(JournalActor.class, () -> new JournalActor(journal));
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(
                        QueueEvent.MessageAdded.class,
                        event ->
                                write(
                                        new JournalLine.Added(
                                                ElasticMessages.stored(
                                                        event.queueName(), event.message()))))
                .match(
                        QueueEvent.MessageUpdated.class,
                        event -> write(received(event.queueName(), event.message())))
                .match(
                        QueueEvent.MessageRemoved.class,
                        event ->
                                write(
                                        new JournalLine.Removed(
                                                event.queueName(), event.messageId())))
                .matchAny(queueCameOrWent -> {})
                .build();
    }

    private static JournalLine received(String queue, InternalMessage message) {
        return new JournalLine.Received(
                queue,
                message.id(),
                message.receiveCount(),
                ElasticMessages.firstReceived(message));
    }

    private void write(JournalLine line) {
        journal.write(line);
        getSender().tell(OperationSuccessful$.MODULE$, getSelf());
    }
}
