package io.conserje.local.command;

import io.conserje.application.Conversations.Explained;
import io.conserje.application.Ruling;
import io.conserje.aws.DeadLetters;
import io.conserje.aws.ParkedLog.Handled;
import io.conserje.local.parked.Waiting;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what could not be done and waits for a person. Ends with 0 when there is nothing. */
@Command(name = "parked")
final class Parked implements Callable<Integer> {
    @Mixin private ParkedDesk desk;

    @Option(names = "--handled")
    private boolean handled;

    @Option(names = "--lines", paramLabel = "N", defaultValue = "50")
    private int most;

    private final Texts texts = Texts.ofSystem();

    @Override
    public Integer call() {
        if (handled) {
            desk.with(texts, work -> work.handled(most)).forEach(this::print);
            return 0;
        }
        List<Waiting> all = desk.with(texts, work -> work.list());
        all.stream().limit(most).forEach(this::print);
        System.out.println(
                all.isEmpty() ? texts.say("parked.none") : texts.say("parked.how", all.size()));
        return all.isEmpty() ? 0 : 1;
    }

    private void print(Waiting one) {
        switch (one) {
            case Waiting.Letter(DeadLetters.Letter letter) -> letter(letter);
            case Waiting.Message(Explained message) -> message(message);
        }
    }

    private void letter(DeadLetters.Letter letter) {
        System.out.println(
                texts.say(
                        "parked.letter",
                        letter.about().id(),
                        letter.about().queue(),
                        letter.since(),
                        letter.about().reason().isEmpty()
                                ? texts.say("parked.no-reason")
                                : letter.about().reason()));
        letter.about().said().ifPresent(id -> System.out.println("    ./conserje explain " + id));
        if (!letter.correlation().isEmpty()) {
            System.out.println("    ./conserje logs --correlation " + letter.correlation());
        }
    }

    private void message(Explained message) {
        Ruling last = message.rulings().getLast();
        System.out.println(
                texts.say(
                        message.isReplayed() ? "parked.replayed" : "parked.message",
                        message.content().id(),
                        message.content().account(),
                        last.at(),
                        Integer.toString(message.attempts()),
                        last.why().in(texts.language())));
        System.out.println("    ./conserje explain " + message.content().id());
    }

    private void print(Handled one) {
        System.out.println(
                texts.say(
                        switch (one.deed()) {
                            case REPLAYED -> "parked.handled.replayed";
                            case DISCARDED -> "parked.handled.discarded";
                        },
                        one.at(),
                        one.what().id(),
                        one.by(),
                        one.why()));
    }
}
