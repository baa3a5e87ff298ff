package io.conserje.application;

import io.conserje.channel.Channel;
import io.conserje.channel.FetchOutcome;
import io.conserje.model.Account;
import io.conserje.model.Content;
import io.conserje.model.Filing;
import io.conserje.model.Filing.Cause;
import io.conserje.model.MediaFile;
import io.conserje.model.MediaKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Brings a customer's file into the bucket by way of the disk, where it is measured and looked at
 * first. Nothing that the provider or the customer says of it is believed: not its length, not its
 * type, not its name.
 */
public final class FetchMedia implements KeepMedia {
    /** The disk of a function holds 512 MB, and the largest file that a provider gives 100. */
    private static final int AT_ONCE = 4;

    private static final Duration TO_READ = Duration.ofSeconds(20);
    private static final Duration WORTH_WAITING = Duration.ofMinutes(2);
    private static final int SHOWN = 100;

    /** Customers' files expire in the bucket, the business's own do not. */
    private static final String RECEIVED = "received/";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Channels channels;
    private final SecretStore secrets;
    private final MediaStore store;
    private final MediaTypes types;
    private final Scratch scratch;
    private final Duration toRead;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * @param temporary a folder of its own, made when it is first used
     */
    public FetchMedia(
            Channels channels,
            SecretStore secrets,
            MediaStore store,
            MediaTypes types,
            Path temporary) {
        this(channels, secrets, store, types, temporary, TO_READ);
    }

    /**
     * @param toRead how long all of a file's bytes may take
     */
    FetchMedia(
            Channels channels,
            SecretStore secrets,
            MediaStore store,
            MediaTypes types,
            Path temporary,
            Duration toRead) {
        this.channels = channels;
        this.secrets = secrets;
        this.store = store;
        this.types = types;
        this.scratch = new Scratch(temporary);
        this.toRead = toRead;
    }

    /** One file that is asked for. */
    private record Wanted(
            Content.Media media, Account account, long most, Instant arrivedAt, Instant now) {

        MediaKind kind() {
            return media.kind();
        }

        /** Trying again is right while the message is fresh; then the customer is told. */
        Filing later(String reason) {
            if (now.isAfter(arrivedAt.plus(WORTH_WAITING))) {
                return refused(Cause.GONE, reason);
            }
            throw new Unavailable("a file of " + account.ref() + ": " + reason);
        }
    }

    @Override
    public Filing keep(Content.Media media, Account account, Instant arrivedAt, Instant now) {
        Channel channel = channels.of(account.ref());
        Map<MediaKind, Long> takes = channel.capabilities(account).takes();
        Long most = takes.get(media.kind());
        if (most == null) {
            return refused(
                    Cause.TYPE,
                    "account " + account.ref() + " takes no " + media.kind() + ", only " + takes);
        }
        Wanted wanted = new Wanted(media, account, most, arrivedAt, now);
        takePlace();
        try (Scratch.Sheet sheet = scratch.sheet()) {
            return fetch(channel, wanted, sheet.path());
        } catch (IOException e) {
            throw new Unavailable("the disk", e);
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while other files were fetched", e);
        }
    }

    private Filing fetch(Channel channel, Wanted wanted, Path disk) throws IOException {
        Account account = wanted.account();
        return switch (channel.fetch(wanted.media(), account, secrets.of(account.ref()))) {
            case FetchOutcome.Found found -> bring(found.bytes(), wanted, disk);
            case FetchOutcome.NotNow notNow -> wanted.later(notNow.reason());
            case FetchOutcome.TooLarge tooLarge -> refused(Cause.TOO_LARGE, tooLarge.reason());
            case FetchOutcome.Gone gone -> refused(Cause.GONE, gone.reason());
        };
    }

    private Filing bring(InputStream bytes, Wanted wanted, Path disk) throws IOException {
        return switch (Download.into(disk, bytes, wanted.most(), toRead)) {
            case Download.Whole whole when whole.bytes() == 0 ->
                    refused(Cause.GONE, "the provider gave an empty file");
            case Download.Whole whole -> judge(whole, wanted, disk);
            case Download.TooLong tooLong ->
                    refused(
                            Cause.TOO_LARGE,
                            wanted.kind() + " of more than " + wanted.most() + " bytes");
            case Download.Broken broken -> wanted.later(broken.reason());
        };
    }

    private Filing judge(Download.Whole whole, Wanted wanted, Path disk) throws IOException {
        String found = types.of(disk, wanted.media().fileName());
        KeptType type = KeptType.of(found, wanted.kind()).orElse(null);
        if (type == null) {
            return refused(
                    Cause.TYPE,
                    "found "
                            + found
                            + ", declared as "
                            + printable(wanted.media().mediaType())
                            + ": taken as "
                            + wanted.kind()
                            + " are "
                            + KeptType.allowedAs(wanted.kind()));
        }
        MediaFile file =
                new MediaFile(
                        key(wanted, whole.sha256(), type),
                        type.mediaType(),
                        whole.bytes(),
                        whole.sha256());
        store.put(file, disk);
        return new Filing.Filed(file);
    }

    /** The same whenever the same message is tried again. */
    private static String key(Wanted wanted, String sha256, KeptType type) {
        return RECEIVED
                + wanted.account().project()
                + "/"
                + DAY.format(wanted.arrivedAt())
                + "/"
                + sha256
                + type.extension();
    }

    private static Filing refused(Cause cause, String detail) {
        return new Filing.Refused(cause, detail);
    }

    /** The customer's telephone wrote it, and an operator will read it. */
    private static String printable(String declared) {
        String ascii = declared.replaceAll("[^ -~]", "?");
        return ascii.length() <= SHOWN ? ascii : ascii.substring(0, SHOWN) + "...";
    }
}
