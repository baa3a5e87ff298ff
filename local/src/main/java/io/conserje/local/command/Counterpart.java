package io.conserje.local.command;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Whose line a command is on: a project's account on a channel. */
final class Counterpart {
    @Option(names = "--project", paramLabel = "PROJECT")
    private Optional<String> project = Optional.empty();

    @Option(names = "--channel", defaultValue = "whatsapp")
    private String channel;

    RunFile.Line line(RunFile run, Texts texts) {
        return run.line(project, channel, texts);
    }
}
