package io.conserje.application;

import io.conserje.channel.Files;
import io.conserje.model.MediaFile;
import java.io.IOException;
import java.nio.file.Path;

/** The media bucket. What is in it is never opened or shown as anything but bytes to download. */
public interface MediaStore extends Files {

    /**
     * Keeps a file under its key. Doing it again with the same key is harmless: the key holds the
     * digest of the bytes.
     *
     * @throws Unavailable when the bucket does not answer
     * @throws IOException when the content cannot be read
     */
    void put(MediaFile file, Path content) throws IOException;
}
