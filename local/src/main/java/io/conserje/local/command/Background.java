package io.conserje.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts {@code up} as a process of its own, and waits until it is ready or has failed. */
final class Background {
    private static final int LONGEST_START_SECONDS = 120;
    private static final int LOOK_MILLIS = 100;

    private final Home home;
    private final Texts texts;

    Background(Home home, Texts texts) {
        this.home = home;
        this.texts = texts;
    }

    /**
     * @param options of {@code up}, without the folder of its data
     */
    int start(List<String> options) throws IOException, InterruptedException {
        Path console = home.logs().resolve("console.log");
        Process process =
                new ProcessBuilder(command(options))
                        .redirectErrorStream(true)
                        .redirectOutput(console.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .start();
        System.out.println(texts.say("up.detaching", console));
        for (int i = 0; i < LONGEST_START_SECONDS * 1000 / LOOK_MILLIS; i++) {
            if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new Mistake(texts.say("up.failed", Files.readString(console)));
            }
            Optional<RunFile> run = RunFile.find(home.data());
            if (run.isPresent()) {
                System.out.print(Files.readString(console));
                return 0;
            }
        }
        process.destroy();
        throw new Mistake(texts.say("up.slow", LONGEST_START_SECONDS, console));
    }

    /** This very program, with the options of its virtual machine. */
    private List<String> command(List<String> options) {
        ProcessHandle.Info self = ProcessHandle.current().info();
        List<String> command = new ArrayList<>();
        command.add(self.command().orElseThrow());
        Arrays.stream(self.arguments().orElseThrow())
                .takeWhile(argument -> !argument.equals(Conserje.class.getName()))
                .forEach(command::add);
        command.addAll(List.of(Conserje.class.getName(), "up", "--data", home.data().toString()));
        command.addAll(options);
        return command;
    }
}
