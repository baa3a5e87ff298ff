package io.conserje.local.command;

import io.conserje.local.bench.start.Criu;
import io.conserje.local.bench.start.Pinned;
import io.conserje.local.bench.start.StartBench;
import io.conserje.local.bench.start.StartReport;
import io.conserje.local.bench.start.Subjects;
import io.conserje.local.bench.start.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Measures first answers. It takes long: what was measured is told also when it is stopped. */
final class StartDesk implements StartBench.Listener {
    private final Texts texts;
    private final boolean json;
    private final AtomicReference<@Nullable StartReport> untold = new AtomicReference<>();

    StartDesk(Texts texts, boolean json) {
        this.texts = texts;
        this.json = json;
    }

    /**
     * @return 0 when every function is as quick as it is to be
     */
    int run(StartBench.Extent extent, boolean wantsCriu)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Thread whenStopped = new Thread(this::tell);
        Runtime.getRuntime().addShutdownHook(whenStopped);
        try (Scratch scratch = Scratch.named("conserje-bench")) {
            List<String> pinned = Pinned.start();
            Optional<Criu> criu = wantsCriu ? criu(scratch.folder(), pinned) : Optional.empty();
            StartReport report =
                    new StartBench(
                                    new Subjects(Home.root(), scratch.folder()),
                                    new Trial(
                                            scratch.folder(), pinned, InstantSource.system(), criu))
                            .run(extent, this);
            tell();
            return report.holds() ? 0 : 1;
        }
    }

    /** The rest can be measured without. */
    private Optional<Criu> criu(Path scratch, List<String> pinned)
            throws IOException, InterruptedException {
        try {
            return Optional.of(Criu.find(scratch, pinned));
        } catch (Criu.Absent e) {
            System.err.println(texts.say("bench.start.criu", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    @Override
    public void begins(int round, int rounds) {
        System.err.println(texts.say("bench.start.round", round, rounds));
    }

    @Override
    public void warms(int round, int rounds) {
        System.err.println(texts.say("bench.start.warm", round, rounds));
    }

    @Override
    public void measured(StartReport soFar) {
        untold.set(soFar);
    }

    private void tell() {
        StartReport report = untold.getAndSet(null);
        if (report != null) {
            System.out.println(json ? report.json() : report.toString());
        }
    }
}
