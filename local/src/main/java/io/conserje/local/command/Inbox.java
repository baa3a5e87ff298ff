package io.conserje.local.command;

import io.conserje.aws.AwsClients;
import io.conserje.aws.SqsArrivalQueue;
import io.conserje.model.AccountRef;
import io.conserje.model.Arrival;
import io.conserje.model.Contact;
import io.conserje.model.Content;
import io.conserje.model.CorrelationId;
import io.conserje.model.InboundMessage;
import io.conserje.model.MessageId;
import io.conserje.model.ProjectId;
import io.conserje.model.TheOutsideWorld;
import io.conserje.wire.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people of the business put into the inbound queue; it takes its turn like anything else. */
@TheOutsideWorld
final class Inbox {
    private Inbox() {}

    /**
     * @param kind what its made-up id begins with
     */
    static Arrival arrival(RunFile.Line line, Contact contact, String kind, Content content) {
        Instant now = Instant.now();
        String id = kind + UUID.randomUUID();
        return new Arrival(
                new ProjectId(line.project()),
                new AccountRef(line.channel(), line.account()),
                Optional.of(contact),
                List.of(InboundMessage.of(new MessageId(id), now, content)),
                new CorrelationId(id),
                now);
    }

    static void send(RunFile run, Arrival arrival) {
        try (AwsClients clients = new AwsClients(run.env())) {
            new SqsArrivalQueue(clients, run.env(), new Wire()).send(List.of(arrival));
        }
    }
}
