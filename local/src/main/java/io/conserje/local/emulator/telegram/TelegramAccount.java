package io.conserje.local.emulator.telegram;

import io.conserje.local.emulator.journal.EmulatorJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.random.RandomGenerator;

/**
 * The business's bot. Nothing in it is real, nor the same anywhere else.
 *
 * @param firstUpdateId updates are counted from "a certain positive number"
 */
record TelegramAccount(
        long botId, String botUsername, String botToken, String webhookSecret, long firstUpdateId) {

    private static final String DIGITS = "0123456789";
    private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
    private static final String URL_SAFE =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    static TelegramAccount open(Path folder, RandomGenerator random) {
        Path file = folder.resolve("account.json");
        try {
            if (Files.exists(file)) {
                return EmulatorJson.MAPPER.readValue(file.toFile(), TelegramAccount.class);
            }
            TelegramAccount madeUp = madeUp(random);
            Files.createDirectories(folder);
            EmulatorJson.MAPPER.writeValue(file.toFile(), madeUp);
            return madeUp;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the account in " + file, e);
        }
    }

    private static TelegramAccount madeUp(RandomGenerator random) {
        String botId = "7" + pick(random, DIGITS, 9);
        return new TelegramAccount(
                Long.parseLong(botId),
                "conserje_" + pick(random, SMALL, 6) + "_bot",
                botId + ":AA" + pick(random, URL_SAFE, 33),
                pick(random, URL_SAFE, 48),
                Long.parseLong(digits(random, 9)));
    }

    boolean isToken(String said) {
        return MessageDigest.isEqual(
                said.getBytes(StandardCharsets.UTF_8), botToken.getBytes(StandardCharsets.UTF_8));
    }

    /** A number of so many digits. */
    static String digits(RandomGenerator random, int length) {
        return "4" + pick(random, DIGITS, length - 1);
    }

    static String letters(RandomGenerator random, int length) {
        return pick(random, URL_SAFE, length);
    }

    private static String pick(RandomGenerator random, String from, int length) {
        StringBuilder picked = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            picked.append(from.charAt(random.nextInt(from.length())));
        }
        return picked.toString();
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "@" + botUsername + " (" + botId + ")";
    }
}
