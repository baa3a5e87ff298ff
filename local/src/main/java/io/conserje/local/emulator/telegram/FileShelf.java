package io.conserje.local.emulator.telegram;

import io.conserje.local.emulator.journal.EmulatorJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pictures, sounds and documents, as files. */
final class FileShelf {
    private static final Pattern PATH =
            Pattern.compile("[a-z]+/file_([0-9]{1,18})(?:\\.[a-z0-9]+)?");
    private static final Map<String, String> ENDINGS =
            Map.of(
                    "image/jpeg", ".jpg",
                    "image/png", ".png",
                    "image/webp", ".webp",
                    "audio/ogg", ".oga",
                    "audio/mpeg", ".mp3",
                    "video/mp4", ".mp4",
                    "application/pdf", ".pdf");

    /**
     * What is known of one.
     *
     * @param path where it can be fetched
     * @param smaller other sizes of the same photo, smallest first
     */
    record Item(
            String fileId,
            String fileUniqueId,
            String path,
            MediaKind kind,
            String mimeType,
            @Nullable String name,
            long size,
            List<Item> smaller) {

        Item {
            smaller = List.copyOf(smaller);
        }
    }

    private final Path folder;
    private final RandomGenerator random;

    FileShelf(Path folder, RandomGenerator random) {
        this.folder = folder;
        this.random = random;
    }

    Item put(
            MediaKind kind,
            byte[] bytes,
            String mimeType,
            @Nullable String name,
            List<Item> smaller) {
        long number = Long.parseLong(TelegramAccount.digits(random, 15));
        String ending = ENDINGS.getOrDefault(mimeType.split(";", 2)[0].strip(), "");
        Item item =
                new Item(
                        fileId(kind, number),
                        "AgAD" + TelegramAccount.letters(random, 12),
                        kind.folder() + "/file_" + number + ending,
                        kind,
                        mimeType,
                        name,
                        bytes.length,
                        smaller);
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(number + ".bin"), bytes);
            // Last, because an item is there when its description is.
            Files.write(describes(number), EmulatorJson.MAPPER.writeValueAsBytes(item));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep a file in " + folder, e);
        }
        return item;
    }

    Optional<Item> find(String fileId) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(fileId));
            return bytes.remaining() < Long.BYTES * 2
                    ? Optional.empty()
                    : read(bytes.getLong(Long.BYTES)).filter(item -> item.fileId().equals(fileId));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<Item> at(String path) {
        Matcher matcher = PATH.matcher(path);
        return matcher.matches()
                ? read(Long.parseLong(matcher.group(1))).filter(item -> item.path().equals(path))
                : Optional.empty();
    }

    byte[] bytes(Item item) {
        Matcher matcher = PATH.matcher(item.path());
        if (!matcher.matches()) {
            throw new IllegalStateException("no path of this shelf: " + item.path());
        }
        try {
            return Files.readAllBytes(folder.resolve(matcher.group(1) + ".bin"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + item.path(), e);
        }
    }

    private Optional<Item> read(long number) {
        Path description = describes(number);
        if (!Files.exists(description)) {
            return Optional.empty();
        }
        try {
            byte[] json = Files.readAllBytes(description);
            return Optional.of(EmulatorJson.MAPPER.readValue(json, Item.class));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read file " + number, e);
        }
    }

    /** Opaque, and long, as Telegram's are. */
    private String fileId(MediaKind kind, long number) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * 6);
        bytes.putInt(0x03020002 + (kind.ordinal() << 16)).putInt(0x011aff00).putLong(number);
        while (bytes.hasRemaining()) {
            bytes.putLong(random.nextLong());
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private Path describes(long number) {
        return folder.resolve(number + ".json");
    }
}
