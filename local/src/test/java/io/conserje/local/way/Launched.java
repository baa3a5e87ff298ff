package io.conserje.local.way;

import io.conserje.local.chaos.LocalSystem;
import io.conserje.local.command.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;

/** This checkout, running as a process of its own. */
record Launched(LocalSystem system, Terminal terminal) {

    static Launched up(Path data, String... options) throws InterruptedException {
        try {
            LocalSystem system =
                    LocalSystem.start(Checkout.ROOT, data, List.of(options))
                            .ready(HttpClient.newHttpClient());
            return new Launched(system, new Terminal(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Phones phones(String channel) {
        return new Phones(terminal.emulator(channel));
    }

    /** By {@code kill -9}. */
    void kill() throws InterruptedException {
        system.kill();
    }
}
