package io.conserje.local.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the checkout is and where its data go: what every command needs. */
final class Home {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where everything is kept (default: .conserje in the checkout).")
    Path data = root().resolve(".conserje");

    static Path root() {
        return Path.of(System.getProperty("conserje.root", ".")).toAbsolutePath().normalize();
    }

    Path data() {
        return data.toAbsolutePath().normalize();
    }

    Path logs() {
        return data().resolve("logs");
    }

    Path events() {
        return logs().resolve("way.jsonl");
    }
}
