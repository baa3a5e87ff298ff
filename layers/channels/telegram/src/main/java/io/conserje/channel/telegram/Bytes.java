package io.conserje.channel.telegram;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file on its way up. As long as its end was not reached, the end of the form was not sent, and
 * Telegram cannot have taken it.
 */
final class Bytes extends FilterInputStream {
    private volatile boolean ended;

    Bytes(InputStream file) {
        super(file);
    }

    boolean ended() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        return noted(super.read());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return noted(super.read(buffer, offset, length));
    }

    private int noted(int read) {
        if (read < 0) {
            ended = true;
        }
        return read;
    }

    /** Whatever happens now is no news about the message. */
    @Override
    public void close() {
        try {
            super.close();
        } catch (IOException e) {
            // It was read, or it was not: ended() tells.
        }
    }
}
