package io.conserje.aws.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.conserje.aws.media.Pieces.Malformed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The names in a zip's central directory, as its specification has it:
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (4.3.12, 4.3.16). Only of a plain
 * one, where nothing is hidden before, between or behind its parts, and of a bounded length: the
 * JDK's own reader takes as much memory as the file says.
 */
final class ZipNames {
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int MOST_ENTRIES = 10_000;
    private static final int LONGEST_DIRECTORY = 1 << 20;

    private ZipNames() {}

    /**
     * @throws Malformed when it is not a plain zip, is encrypted or is too long
     */
    static Set<String> of(Pieces zip) throws IOException {
        long end = end(zip);
        ByteBuffer record = zip.at(end, END_LENGTH);
        int entries = record.getShort(10) & 0xffff;
        long length = record.getInt(12) & 0xffffffffL;
        long start = record.getInt(16) & 0xffffffffL;
        if (entries > MOST_ENTRIES || length > LONGEST_DIRECTORY) {
            throw new Malformed("its directory is too long");
        }
        if (start + length != end) {
            throw new Malformed("its directory is not where it ends");
        }
        return names(zip.at(start, (int) length), entries);
    }

    /** Where the last record begins: the one whose comment ends where the file does. */
    private static long end(Pieces zip) throws IOException {
        int length = (int) Math.min(zip.size(), END_LENGTH + LONGEST_COMMENT);
        long from = zip.size() - length;
        ByteBuffer tail = zip.at(from, length);
        for (int at = length - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END
                    && at + END_LENGTH + (tail.getShort(at + 20) & 0xffff) == length) {
                return from + at;
            }
        }
        throw new Malformed("it has no directory");
    }

    private static Set<String> names(ByteBuffer directory, int entries) throws Malformed {
        Set<String> names = new LinkedHashSet<>();
        int at = 0;
        for (int i = 0; i < entries; i++) {
            if (at + ENTRY_LENGTH > directory.limit() || directory.getInt(at) != ENTRY) {
                throw new Malformed("its directory is broken");
            }
            if ((directory.getShort(at + 8) & 1) != 0) {
                throw new Malformed("it is encrypted");
            }
            int name = directory.getShort(at + 28) & 0xffff;
            int extra = directory.getShort(at + 30) & 0xffff;
            int comment = directory.getShort(at + 32) & 0xffff;
            if (at + ENTRY_LENGTH + name > directory.limit()) {
                throw new Malformed("its directory is broken");
            }
            names.add(new String(directory.array(), at + ENTRY_LENGTH, name, UTF_8));
            at += ENTRY_LENGTH + name + extra + comment;
        }
        if (at != directory.limit()) {
            throw new Malformed("its directory holds something else");
        }
        return names;
    }
}
