package io.conserje.local.command;

import io.conserje.application.Conversations;
import io.conserje.application.Conversations.Explained;
import io.conserje.application.Ruling;
import io.conserje.aws.AwsClients;
import io.conserje.aws.Env;
import io.conserje.model.OutboundId;
import io.conserje.model.ProjectId;
import io.conserje.model.TheOutsideWorld;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells of a message of ours why it was sent, held back or refused, and what came of it. */
@Command(name = "explain")
@TheOutsideWorld
final class Explain implements Callable<Integer> {
    @Mixin private Home home;

    @Mixin private Stored stored;

    @Parameters(paramLabel = "MESSAGE")
    private String message;

    @Option(names = "--text")
    private boolean text;

    private final Texts texts = Texts.ofSystem();

    @Override
    public Integer call() {
        OutboundId id = id();
        Env env = stored.env(home, texts);
        try (AwsClients clients = new AwsClients(env)) {
            Conversations conversations = Stored.conversations(clients, env);
            Explained explained =
                    stored.projects(home, texts).stream()
                            .flatMap(project -> find(conversations, project, id))
                            .findFirst()
                            .orElseThrow(() -> new Mistake(texts.say("explain.unknown", id)));
            print(explained);
            return 0;
        }
    }

    private OutboundId id() {
        try {
            return OutboundId.parse(message);
        } catch (IllegalArgumentException e) {
            throw new Mistake(texts.say("explain.no-id", message));
        }
    }

    private static Stream<Explained> find(
            Conversations conversations, String project, OutboundId id) {
        return conversations.explain(new ProjectId(project), id).stream();
    }

    private void print(Explained explained) {
        System.out.println(
                texts.say(
                        "explain.message",
                        explained.content().id(),
                        explained.content().account(),
                        explained.content().content().getClass().getSimpleName(),
                        explained.content().terms().purpose(),
                        explained.content().decidedAt(),
                        explained.status(),
                        explained.attempts(),
                        explained.providerId().orElse("-")));
        if (text) {
            System.out.println(explained.content().content().text().indent(4).stripTrailing());
        }
        explained.rulings().forEach(Explain::print);
        explained
                .receipts()
                .forEach((status, at) ->
                        System.out.println(texts.say("explain.receipt", at, status)));
        Optional<String> failure = explained.failure();
        failure.ifPresent(why -> System.out.println(texts.say("explain.failure", why)));
    }

    private static void print(Ruling ruling) {
        System.out.println("  " + ruling.at() + "  " + ruling.kind() + "  (" + ruling.rule() + ")");
        System.out.println("    es: " + ruling.why().es());
        System.out.println("    en: " + ruling.why().en());
    }
}
