package io.conserje.local.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends what is parked on its way again. Doing it twice does no harm. */
@Command(name = "replay")
final class Replay implements Callable<Integer> {
    @Mixin private ParkedDesk desk;

    @Parameters(paramLabel = "ID", arity = "0..1")
    private Optional<String> id = Optional.empty();

    @Option(names = "--all")
    private boolean all;

    private final Texts texts = Texts.ofSystem();

    @Override
    public Integer call() {
        if (all == id.isPresent()) {
            throw new Mistake(texts.say("replay.which"));
        }
        int many = desk.with(texts, work -> work.replay(one -> all || id.get().equals(one)));
        if (many == 0 && id.isPresent()) {
            throw new Mistake(texts.say("parked.unknown", id.get()));
        }
        System.out.println(texts.say("replay.done", many));
        return 0;
    }
}
