package io.conserje.local.command;

import io.conserje.model.Arrival;
import io.conserje.model.Contact;
import io.conserje.model.Content;
import io.conserje.model.TheOutsideWorld;
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
                            customer.line(run, texts),
                            customer.contact(http, run, texts),
                            operator);
            Inbox.send(run, arrival);
            System.out.println(texts.say("handed-back", arrival.conversation()));
            return 0;
        }
    }

    static Arrival handBack(RunFile.Line line, Contact contact, String operator) {
        return Inbox.arrival(line, contact, "hand-back-", new Content.HandBack(operator));
    }
}
