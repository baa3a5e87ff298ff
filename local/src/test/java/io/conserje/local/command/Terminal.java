package io.conserje.local.command;

import io.conserje.aws.Env;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** Where somebody types commands about what runs in a data folder. */
public final class Terminal {
    private final Path data;

    public Terminal(Path data) {
        this.data = data;
    }

    /** How a command ended, and all that it said. */
    public record Told(String typed, int code, String text) {
        /** Whether it says so in the language of this machine; values are cut off at the front. */
        public boolean says(String key, Object... values) {
            return text.contains(Texts.ofSystem().say(key, values));
        }
    }

    /** In this process: a virtual machine for each command would take most of a test's time. */
    public Told type(List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("--data", data.toString()));
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream before = System.out;
        int code;
        try (PrintStream screen = new PrintStream(shown, true, StandardCharsets.UTF_8)) {
            System.setOut(screen);
            code =
                    Conserje.commandLine()
                            .setErr(new PrintWriter(screen, true))
                            .execute(all.toArray(String[]::new));
        } finally {
            System.setOut(before);
        }
        return new Told(
                "./conserje " + String.join(" ", words),
                code,
                shown.toString(StandardCharsets.UTF_8));
    }

    /** A command that reads lines from a pipe. */
    public Told pipe(List<String> words, String... lines) {
        InputStream before = System.in;
        String typed = String.join("\n", lines) + "\n";
        try (InputStream keys = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8))) {
            System.setIn(keys);
            return type(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.setIn(before);
        }
    }

    /**
     * Understands a command without doing it.
     *
     * @throws CommandLine.ParameterException when there is no such command, or no such option
     */
    public static void understand(List<String> words) {
        Conserje.commandLine().parseArgs(words.toArray(String[]::new));
    }

    private RunFile running() {
        return RunFile.require(data, Texts.ofSystem());
    }

    public Env env() {
        return running().env();
    }

    public ProcessHandle process() {
        return ProcessHandle.of(running().pid()).orElseThrow();
    }

    public URI api() {
        return running().api();
    }

    /** The emulator of the demo business's provider. */
    public URI emulator(String channel) {
        return running().line(Optional.of("demo"), channel, Texts.ofSystem()).emulator();
    }
}
