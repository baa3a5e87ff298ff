package io.conserje.local.command;

import io.conserje.local.release.Wish;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a release to a stage. Ends with 0 when it is there, 1 when it failed, 2 when refused. */
@Command(name = "deploy")
final class Deploy implements Callable<Integer> {
    @Parameters(paramLabel = "STAGE")
    private String stage = "";

    @Option(names = "--release", paramLabel = "ID")
    private Optional<String> release = Optional.empty();

    @Option(names = "--commit", paramLabel = "SHA")
    private Optional<String> commit = Optional.empty();

    @Option(names = "--out-of-order")
    private boolean outOfOrder;

    @Mixin private final ReleaseDesk desk;

    Deploy() {
        this(ReleaseDesk.Around.here());
    }

    Deploy(ReleaseDesk.Around around) {
        this.desk = new ReleaseDesk(around);
    }

    @Override
    public Integer call() {
        Wish.Take take =
                release.<Wish.Take>map(Wish.Take.Named::new).orElseGet(Wish.Take.Next::new);
        return desk.run(stage, take, commit, outOfOrder);
    }
}
