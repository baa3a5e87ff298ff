package io.conserje.local.emulator.telegram;

import io.conserje.local.emulator.Options;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** A process of its own that has a customer say something, tells so, and waits to be killed. */
final class KilledEmulator {
    private KilledEmulator() {}

    public static void main(String[] args) throws IOException {
        TelegramEmulator emulator =
                TelegramEmulator.start(
                        Options.in(Path.of(args[0]), "clinic").withWebhook(URI.create(args[1])));
        for (int i = 0; i < 5; i++) {
            emulator.phone().say(TelegramEmulatorTest.ANA, "m" + i);
        }
        System.out.println("said");
        int unused = System.in.read();
    }
}
