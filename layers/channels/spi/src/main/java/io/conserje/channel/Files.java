package io.conserje.channel;

import io.conserje.model.MediaFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The media bucket, as far as a channel sees it. */
@FunctionalInterface
public interface Files {
    /**
     * Opens a file for uploading it.
     *
     * @throws java.nio.file.NoSuchFileException when it is not there, and so never will be
     * @throws IOException when it cannot be read now. The message of either names the key
     */
    InputStream open(MediaFile file) throws IOException;

    /**
     * An address under which whoever knows it can get the file, for a provider that fetches instead
     * of being given the bytes. Empty where the store has no addresses.
     *
     * @param good how long it is asked to be good for; the store may end it sooner
     * @throws java.nio.file.NoSuchFileException when the file is not there, and so never will be
     * @throws IOException when it cannot be told now. The message of either names the key
     */
    default Optional<URI> link(MediaFile file, Duration good) throws IOException {
        return Optional.empty();
    }
}
