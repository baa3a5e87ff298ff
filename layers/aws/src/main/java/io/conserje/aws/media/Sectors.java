package io.conserje.aws.media;

import io.conserje.aws.media.Pieces.Malformed;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The sectors of a compound file and which comes after which (MS-CFB 2.2 to 2.5). */
final class Sectors {
    static final long END = 0xfffffffeL;

    private static final int IN_HEADER = 109;

    /** Enough for files of some hundred megabytes; a ring of them ends here. */
    private static final int MOST_STEPS = 64;

    private final Pieces file;
    private final ByteBuffer header;
    private final int size;

    Sectors(Pieces file, ByteBuffer header) throws Malformed {
        int shift = header.getShort(30);
        if (shift != 9 && shift != 12) {
            throw new Malformed("its sectors have no known size");
        }
        this.file = file;
        this.header = header;
        this.size = 1 << shift;
    }

    ByteBuffer read(long sector) throws IOException {
        return file.at((sector + 1) * size, size);
    }

    long after(long sector) throws IOException {
        int each = size / Integer.BYTES;
        return number(read(tableOf(sector / each)), (int) (sector % each));
    }

    /** Which sector holds the n-th part of the allocation table. */
    private long tableOf(long n) throws IOException {
        if (n < IN_HEADER) {
            return header.getInt(76 + (int) n * Integer.BYTES) & 0xffffffffL;
        }
        int each = size / Integer.BYTES - 1;
        long steps = (n - IN_HEADER) / each;
        if (steps > MOST_STEPS) {
            throw new Malformed("it is too long");
        }
        ByteBuffer list = read(header.getInt(68) & 0xffffffffL);
        for (long i = 0; i < steps; i++) {
            list = read(number(list, each));
        }
        return number(list, (int) ((n - IN_HEADER) % each));
    }

    private static long number(ByteBuffer sector, int index) {
        return sector.getInt(index * Integer.BYTES) & 0xffffffffL;
    }
}
