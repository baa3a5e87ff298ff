package io.conserje.local.command;

import io.conserje.aws.AwsClients;
import io.conserje.aws.Env;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A person gives a conversation back to the front desk. It takes its turn in the queue, like
 * anything else.
 */
@Command(name = "hand-back")
@TheOutsideWorld
final class HandBack implements Callable<Integer> {
    @Mixin private Home home;

    @Mixin private Customer customer;

    @Option(names = "--operator", defaultValue = "${sys:user.name}")
    private String operator;

    private final Texts texts = Texts.ofSystem();

    @Override
    public Integer call() {
        RunFile run = RunFile.require(home.data(), texts);
        try (Http http = new Http()) {
            Arrival arrival =
                    handBack(
                            run.line(customer.channel, texts),
                            customer.contact(http, run, texts),
                            operator);
            send(run, arrival);
            System.out.println(texts.say("handed-back", arrival.conversation()));
            return 0;
        }
    }

    static Arrival handBack(RunFile.Line line, Contact contact, String operator) {
        Instant now = Instant.now();
        String id = "hand-back-" + UUID.randomUUID();
        return new Arrival(
                new ProjectId(line.project()),
                new AccountRef(line.channel(), line.account()),
                Optional.of(contact),
                List.of(InboundMessage.of(new MessageId(id), now, new Content.HandBack(operator))),
                new CorrelationId(id),
                now);
    }

    static void send(RunFile run, Arrival arrival) {
        Map<String, String> variables =
                Map.of(
                        "AWS_REGION", "us-east-1",
                        "AWS_ENDPOINT_URL_SQS", run.sqs().toString(),
                        "INBOUND_QUEUE_URL", run.inboundQueueUrl());
        Env env = name -> Optional.ofNullable(variables.get(name));
        try (AwsClients clients = new AwsClients(env)) {
            new SqsArrivalQueue(clients, env, new Wire()).send(List.of(arrival));
        }
    }
}
