package io.conserje.channel.whatsapp;

import io.conserje.channel.Files;
import io.conserje.channel.SendOutcome;
import io.conserje.channel.http.Json;
import io.conserje.channel.http.Multipart;
import io.conserje.model.MediaFile;
import io.conserje.model.Outgoing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Map;

/**
 * Hands a file to Meta before the message that shows it. However it fails, the customer has got
 * nothing: it never leaves the message in doubt.
 */
record Upload(Outgoing.File file, GraphApi graph, String number) {

    sealed interface Ended {}

    /** Under this id, for thirty days. */
    record As(String id) implements Ended {}

    record Not(SendOutcome outcome) implements Ended {}

    /**
     * @param forTheRest what must be left until the deadline
     */
    Ended run(Files files, Deadline deadline, Duration forTheRest) {
        try (InputStream bytes = files.open(file.file())) {
            Duration limit = deadline.leftBut(forTheRest);
            return limit.isZero()
                    ? later("opening the file took too long")
                    : ended(post(bytes, limit));
        } catch (NoSuchFileException e) {
            return new Not(
                    new SendOutcome.Rejected("the file " + file.file().key() + " is not there"));
        } catch (IOException e) {
            return later("the file " + file.file().key() + " cannot be read");
        }
    }

    /** No file holds its own digest, so the digest bounds it. */
    private Ending post(InputStream bytes, Duration limit) {
        MediaFile stored = file.file();
        Multipart form =
                new Multipart(
                        Map.of("messaging_product", "whatsapp", "type", stored.mediaType()),
                        stored.sha256());
        return graph.post(
                number + "/media",
                form.contentType(),
                form.with(
                        "file",
                        file.fileName().orElse("file"),
                        stored.mediaType(),
                        bytes,
                        stored.bytes()),
                limit);
    }

    private static Ended ended(Ending ending) {
        return switch (ending) {
            case Ending.Done done ->
                    Json.text(done.answer(), "id")
                            .<Ended>map(As::new)
                            .orElseGet(() -> later("uploaded without a media id"));
            case Ending.Passing passing ->
                    new Not(passing.delay().outcome(passing.after(), passing.reason()));
            case Ending.ForGood refused -> new Not(new SendOutcome.Rejected(refused.reason()));
            case Ending.InDoubt doubt -> later("uploading: " + doubt.reason());
        };
    }

    private static Ended later(String reason) {
        return new Not(Delay.OUTAGE.outcome(Delay.OUTAGE.usual(), reason));
    }
}
