package io.conserje.channel.whatsappsession;

import io.conserje.channel.FetchOutcome;
import io.conserje.channel.http.Http;
import io.conserje.channel.http.Reply;
import io.conserje.model.Content;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A customer's file: it is brought to the disk as it lies there, proven and only then opened. What
 * was changed on the way is never given out.
 *
 * @param instead of WhatsApp's own address
 * @param toRead how long all of its bytes may take
 */
record Fetching(Content.Media media, Optional<URI> instead, Duration toAnswer, Duration toRead) {
    private static final Http WHATSAPP = new Http("WhatsApp's media", "");

    FetchOutcome fetch() {
        Optional<MediaReference> reference = MediaReference.parse(media.reference());
        Optional<MediaKeys> keys = reference.flatMap(MediaKeys::of);
        if (reference.isEmpty() || keys.isEmpty()) {
            return new FetchOutcome.Gone("the file's name is none of a session's");
        }
        long length = reference.get().length().orElse(0L);
        if (length > most()) {
            return tooLarge(length + " bytes");
        }
        return MediaAddress.of(reference.get(), instead)
                .map(address -> download(address, reference.get(), keys.get()))
                .orElseGet(() -> new FetchOutcome.Gone("its address is none of WhatsApp's"));
    }

    private FetchOutcome download(URI address, MediaReference reference, MediaKeys keys) {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Origin", "https://web.whatsapp.com")
                        .build();
        return switch (WHATSAPP.download(request, toAnswer)) {
            case Http.Opened opened -> opened(opened, reference, keys);
            case Http.Failed failed -> failed(failed.reply());
        };
    }

    /** The address is good for some weeks; who sent the file would have to put it there again. */
    private static FetchOutcome failed(Reply reply) {
        return switch (reply) {
            case Reply.Answer answer -> {
                String reason = "HTTP " + answer.status() + " for the file";
                yield switch (answer.status()) {
                    case 408, 429 -> Delay.OUTAGE.notNow(reason);
                    default ->
                            answer.status() / 100 == 4
                                    ? new FetchOutcome.Gone(reason)
                                    : Delay.OUTAGE.notNow(reason);
                };
            }
            case Reply.NeverSent never -> Delay.OUTAGE.notNow(never.reason());
            case Reply.NoAnswer none -> Delay.OUTAGE.notNow(none.reason());
        };
    }

    private FetchOutcome opened(Http.Opened opened, MediaReference reference, MediaKeys keys) {
        try (InputStream bytes = opened.bytes()) {
            Path disk = Files.createTempFile("session-", ".enc");
            boolean given = false;
            try {
                FetchOutcome outcome = proven(bytes, new SealedFile(disk, keys), reference);
                given = outcome instanceof FetchOutcome.Found;
                return outcome;
            } finally {
                if (!given) {
                    Files.deleteIfExists(disk);
                }
            }
        } catch (IOException e) {
            return Delay.OUTAGE.notNow("the file was not read to its end");
        }
    }

    private FetchOutcome proven(InputStream bytes, SealedFile file, MediaReference reference)
            throws IOException {
        if (!Bounded.copy(bytes, file.path(), most() + SealedFile.MOST_AROUND, toRead)) {
            return tooLarge("more");
        }
        Optional<String> fault = file.fault(reference.sealedSha256(), media.sha256());
        return fault.isPresent()
                ? new FetchOutcome.Gone(fault.get())
                : new FetchOutcome.Found(
                        file.openOnce(),
                        reference.length().map(OptionalLong::of).orElseGet(OptionalLong::empty));
    }

    private long most() {
        return Limits.taken(media.kind());
    }

    private FetchOutcome tooLarge(String found) {
        return new FetchOutcome.TooLarge(
                found + ": " + MediaReference.word(media.kind()) + " is taken up to " + most());
    }
}
