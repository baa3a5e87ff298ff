package io.conserje.local.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops what runs, after it has finished what it is doing. */
@Command(name = "down")
final class Down implements Callable<Integer> {
    private static final int PATIENCE_SECONDS = 20;

    @Mixin private Home home;

    private final Texts texts = Texts.ofSystem();

    @Override
    public Integer call() throws ExecutionException, InterruptedException {
        Optional<ProcessHandle> running =
                RunFile.find(home.data()).flatMap(run -> ProcessHandle.of(run.pid()));
        if (running.isEmpty()) {
            System.out.println(texts.say("down.nothing"));
            return 0;
        }
        running.get().destroy();
        try {
            running.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            System.out.println(texts.say("down.forced", PATIENCE_SECONDS));
            running.get().destroyForcibly();
            RunFile.remove(home.data());
        }
        System.out.println(texts.say("down.done"));
        return 0;
    }
}
