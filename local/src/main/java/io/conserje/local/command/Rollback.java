package io.conserje.local.command;

import io.conserje.local.release.Wish;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a stage back to the release that it ran before. Ends as {@code deploy} does. */
@Command(name = "rollback")
final class Rollback implements Callable<Integer> {
    @Parameters(paramLabel = "STAGE")
    private String stage = "";

    @Mixin private final ReleaseDesk desk;

    Rollback() {
        this(ReleaseDesk.Around.here());
    }

    Rollback(ReleaseDesk.Around around) {
        this.desk = new ReleaseDesk(around);
    }

    @Override
    public Integer call() {
        return desk.run(stage, new Wish.Take.Previous(), Optional.empty(), false);
    }
}
