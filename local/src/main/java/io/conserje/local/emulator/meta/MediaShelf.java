package io.conserje.local.emulator.meta;

import io.conserje.local.emulator.journal.EmulatorJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Pictures, sounds and documents, as files. */
final class MediaShelf {
    private static final Pattern ID = Pattern.compile("[0-9]{1,20}");

    /** What is known of one; {@code sha256} in hexadecimal, as the media call tells it. */
    record Item(String id, String mimeType, String sha256, long size) {

        /** As webhooks tell it. */
        String sha256Base64() {
            return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
        }
    }

    private final Path folder;
    private final RandomGenerator random;

    MediaShelf(Path folder, RandomGenerator random) {
        this.folder = folder;
        this.random = random;
    }

    Item put(byte[] bytes, String mimeType) {
        Item item = new Item(MetaAccount.digits(random), mimeType, sha256(bytes), bytes.length);
        try {
            Files.createDirectories(folder);
            Files.write(bytesOf(item.id()), bytes);
            // Last, because an item is there when its description is.
            Files.write(describes(item.id()), EmulatorJson.MAPPER.writeValueAsBytes(item));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep a medium in " + folder, e);
        }
        return item;
    }

    Optional<Item> find(String id) {
        if (!ID.matcher(id).matches() || !Files.exists(describes(id))) {
            return Optional.empty();
        }
        try {
            byte[] description = Files.readAllBytes(describes(id));
            return Optional.of(EmulatorJson.MAPPER.readValue(description, Item.class));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read medium " + id, e);
        }
    }

    byte[] bytes(Item item) {
        try {
            return Files.readAllBytes(bytesOf(item.id()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read medium " + item.id(), e);
        }
    }

    void delete(Item item) {
        try {
            Files.deleteIfExists(describes(item.id()));
            Files.deleteIfExists(bytesOf(item.id()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete medium " + item.id(), e);
        }
    }

    private Path bytesOf(String id) {
        return folder.resolve(id + ".bin");
    }

    private Path describes(String id) {
        return folder.resolve(id + ".json");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
