package io.conserje.local.emulator.meta;

import io.conserje.local.emulator.journal.EmulatorJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** The business's account with Meta. Nothing in it is real, nor the same anywhere else. */
record MetaAccount(
        String phoneNumberId,
        String displayPhoneNumber,
        String businessAccountId,
        String appSecret,
        String verifyToken,
        String accessToken) {

    private static final String DIGITS = "0123456789";
    private static final String HEX = "0123456789abcdef";
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    static MetaAccount open(Path folder, RandomGenerator random) {
        Path file = folder.resolve("account.json");
        try {
            if (Files.exists(file)) {
                return EmulatorJson.MAPPER.readValue(file.toFile(), MetaAccount.class);
            }
            MetaAccount madeUp = madeUp(random);
            Files.createDirectories(folder);
            EmulatorJson.MAPPER.writeValue(file.toFile(), madeUp);
            return madeUp;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the account in " + file, e);
        }
    }

    private static MetaAccount madeUp(RandomGenerator random) {
        return new MetaAccount(
                "1" + pick(random, DIGITS, 14),
                "34900" + pick(random, DIGITS, 6),
                "2" + pick(random, DIGITS, 14),
                pick(random, HEX, 32),
                pick(random, LETTERS, 24),
                "EAA" + pick(random, LETTERS, 61));
    }

    /** A new id of digits, such as Meta gives to media. */
    static String digits(RandomGenerator random) {
        return "1" + pick(random, DIGITS, 15);
    }

    static String trace(RandomGenerator random) {
        return "A" + pick(random, LETTERS, 22);
    }

    private static String pick(RandomGenerator random, String from, int length) {
        StringBuilder picked = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            picked.append(from.charAt(random.nextInt(from.length())));
        }
        return picked.toString();
    }
}
