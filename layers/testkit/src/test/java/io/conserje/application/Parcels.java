package io.conserje.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.channel.FetchOutcome;
import io.conserje.model.Content;
import io.conserje.model.Filing;
import io.conserje.model.Filing.Cause;
import io.conserje.model.MediaKind;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.InMemoryMedia;
import io.conserje.testkit.InMemorySecrets;
import io.conserje.testkit.Messages;
import io.conserje.testkit.ScriptedChannel;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Customers' files on their way in: the provider has them, and what they are is written down. */
final class Parcels {
    static final Instant ARRIVED = Messages.MORNING;
    static final byte[] BYTES = "some bytes".getBytes(UTF_8);

    private final ScriptedChannel channel = new ScriptedChannel();
    private final InMemoryMedia store = new InMemoryMedia();
    private final FetchMedia fetchMedia;
    private String type = "image/jpeg";

    /**
     * @param toRead how long all bytes of a file may take
     */
    Parcels(Path temporary, Duration toRead) {
        this.fetchMedia = into(store, temporary, toRead);
    }

    FetchMedia into(MediaStore other, Path temporary, Duration toRead) {
        return new FetchMedia(
                new Channels(Stream.of(channel)),
                new InMemorySecrets(),
                other,
                (file, name) -> type,
                temporary,
                toRead);
    }

    Parcels found(String mediaType) {
        type = mediaType;
        return this;
    }

    ScriptedChannel channel() {
        return channel;
    }

    InMemoryMedia store() {
        return store;
    }

    static Content.Media sent(MediaKind kind) {
        return sent(kind, "reference", "a name");
    }

    static Content.Media sent(MediaKind kind, String reference, String fileName) {
        return new Content.Media(
                kind,
                reference,
                "image/png",
                Optional.empty(),
                Optional.of(fileName),
                Optional.empty(),
                false);
    }

    static FetchOutcome having(byte[] bytes) {
        return having(new ByteArrayInputStream(bytes));
    }

    static FetchOutcome having(InputStream bytes) {
        return new FetchOutcome.Found(bytes, OptionalLong.empty());
    }

    Filing keep(MediaKind kind, FetchOutcome outcome) {
        return keep(sent(kind), outcome, ARRIVED);
    }

    Filing keep(Content.Media media, FetchOutcome outcome, Instant now) {
        channel.has(media.reference(), outcome);
        return keep(media, now);
    }

    Filing keep(Content.Media media, Instant now) {
        return fetchMedia.keep(media, Businesses.account(), ARRIVED, now);
    }

    static String refused(Cause cause, Filing filing) {
        Filing.Refused refused = assertInstanceOf(Filing.Refused.class, filing);
        assertEquals(cause, refused.cause(), refused.detail());
        return refused.detail();
    }
}
