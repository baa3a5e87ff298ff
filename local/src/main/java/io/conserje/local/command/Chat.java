package io.conserje.local.command;

import io.conserje.model.AccountRef;
import io.conserje.model.Contact;
import io.conserje.model.ConversationId;
import io.conserje.model.ProjectId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A customer's phone in the terminal. What is typed goes the whole way; what is shown came all the
 * way back.
 */
@Command(name = "chat")
final class Chat implements Callable<Integer> {
    private static final String HAND_BACK = "/handback";
    private static final String QUIT = "/quit";
    private static final String FILE = "/file ";

    @Mixin private Home home;

    @Mixin private Customer customer;

    @Option(names = "--name", defaultValue = "Ana")
    private String name;

    private final Texts texts = Texts.ofSystem();

    @Override
    public Integer call() throws IOException {
        RunFile run = RunFile.require(home.data(), texts);
        try (Http http = new Http();
                BufferedReader typed =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            RunFile.Line line = customer.line(run, texts);
            Contact contact = customer.contact(http, run, texts);
            ConversationId conversation =
                    ConversationId.of(
                            new ProjectId(line.project()),
                            new AccountRef(line.channel(), line.account()),
                            contact);
            System.out.println(
                    texts.say("chat.hello", line.channel(), customer.phone, conversation));
            Handset handset = new Handset(http, run, customer, name, texts);
            for (String text = typed.readLine();
                    text != null && !text.equals(QUIT);
                    text = typed.readLine()) {
                if (text.equals(HAND_BACK)) {
                    Inbox.send(run, HandBack.handBack(line, contact, "chat"));
                    System.out.println(texts.say("handed-back", conversation));
                } else if (!text.isBlank()) {
                    converse(handset, text);
                }
            }
            System.out.println(texts.say("chat.bye", conversation));
            return 0;
        }
    }

    private void converse(Handset handset, String text) {
        // A terminal shows what is typed; a pipe does not.
        if (System.console() == null || !System.console().isTerminal()) {
            System.out.println("> " + text);
        }
        Optional<String> refusal =
                text.startsWith(FILE)
                        ? handset.sendFile(Path.of(text.substring(FILE.length()).strip()))
                        : handset.send(text);
        refusal.ifPresentOrElse(
                System.out::println, () -> handset.showReplies(System.out::println));
    }
}
