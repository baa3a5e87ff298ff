package io.conserje.aws.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Reads a few bytes here and there of a file that is not to be trusted. */
final class Pieces implements AutoCloseable {
    private final FileChannel file;

    private Pieces(FileChannel file) {
        this.file = file;
    }

    /** The file is not what its beginning promised. */
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1;

        Malformed(String what) {
            super(what);
        }
    }

    static Pieces of(Path path) throws IOException {
        return new Pieces(FileChannel.open(path));
    }

    long size() throws IOException {
        return file.size();
    }

    /** The first bytes, as many as there are. */
    byte[] head(int most) throws IOException {
        return at(0, (int) Math.min(most, size())).array();
    }

    /**
     * Bytes in little-endian order, as zip and compound files have them.
     *
     * @throws Malformed when the file does not reach as far
     */
    ByteBuffer at(long offset, int length) throws IOException {
        if (offset < 0 || offset + length > size()) {
            throw new Malformed("it ends before byte " + (offset + length));
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, offset + bytes.position()) < 0) {
                throw new Malformed("it became shorter");
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
