package io.conserje.local.emulator.session;

import io.conserje.local.emulator.journal.EmulatorJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The secrets of an account; made up once for each data folder. */
record SessionAccount(String signingSecret, String dataSecret) {

    static SessionAccount open(Path folder, RandomGenerator random) {
        Path file = folder.resolve("account.json");
        try {
            if (Files.exists(file)) {
                return EmulatorJson.MAPPER.readValue(file.toFile(), SessionAccount.class);
            }
            SessionAccount madeUp = new SessionAccount(secret(random), secret(random));
            Files.createDirectories(folder);
            EmulatorJson.MAPPER.writeValue(file.toFile(), madeUp);
            return madeUp;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the account in " + file, e);
        }
    }

    private static String secret(RandomGenerator random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Of the channel; what the session's keys are stored with, the container alone has. */
    Map<String, String> secrets() {
        return Map.of("signing-secret", signingSecret);
    }
}
