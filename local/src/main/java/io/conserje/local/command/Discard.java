package io.conserje.local.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes out what is parked and will not be done, and keeps why. */
@Command(name = "discard")
final class Discard implements Callable<Integer> {
    @Mixin private ParkedDesk desk;

    @Parameters(paramLabel = "ID")
    private String id;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    private final Texts texts = Texts.ofSystem();

    @Override
    public Integer call() {
        if (reason.isBlank()) {
            throw new Mistake(texts.say("discard.why"));
        }
        int many = desk.with(texts, work -> work.discard(id::equals, reason.strip()));
        if (many == 0) {
            throw new Mistake(texts.say("parked.unknown", id));
        }
        System.out.println(texts.say("discard.done", id));
        return 0;
    }
}
