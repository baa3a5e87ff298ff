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
     * @throws IOException when it is not there or cannot be read now; the message names the key
     */
    InputStream open(MediaFile file) throws IOException;
}
