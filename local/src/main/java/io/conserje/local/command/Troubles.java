package io.conserje.local.command;

import io.conserje.application.Conversations;
import io.conserje.application.Conversations.Explained;
import io.conserje.aws.AwsClients;
import io.conserje.aws.Env;
import io.conserje.model.Language;
import io.conserje.model.OutboundId;
import io.conserje.model.ProjectId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the messages of ours that failed or were parked. Ends with 0 when there is none. */
@Command(name = "troubles")
final class Troubles implements Callable<Integer> {
    @Mixin private Home home;

    @Mixin private Stored stored;

    @Option(names = "--lines", paramLabel = "N", defaultValue = "50")
    private int most;

    private final Texts texts = Texts.ofSystem();

    @Override
    public Integer call() {
        Env env = stored.env(home, texts);
        boolean none = true;
        try (AwsClients clients = new AwsClients(env)) {
            Conversations conversations = Stored.conversations(clients, env);
            for (String name : stored.projects(home, texts)) {
                ProjectId project = new ProjectId(name);
                List<OutboundId> troubles = conversations.troubles(project, most);
                none &= troubles.isEmpty();
                troubles.stream()
                        .flatMap(id -> conversations.explain(project, id).stream())
                        .forEach(this::print);
            }
        }
        if (none) {
            System.out.println(texts.say("troubles.none"));
        }
        return none ? 0 : 1;
    }

    private void print(Explained explained) {
        Language language = texts.language();
        String why =
                explained
                        .failure()
                        .orElseGet(() ->
                                explained.rulings().isEmpty()
                                        ? ""
                                        : explained.rulings().getLast().why().in(language));
        System.out.println(
                texts.say(
                        "troubles.line",
                        explained.content().id(),
                        explained.content().account(),
                        explained.status(),
                        why));
    }
}
