package io.conserje.channel;

import io.conserje.model.MediaFile;
import java.io.IOException;
import java.io.InputStream;

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
}
