package io.conserje.aws.media;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Compound files, made: a directory of at most four names and the tables that lead to it. */
final class Compound {
    private static final int SECTOR = 512;
    private static final int END = -2;
    private static final int IN_HEADER = 109;

    private final ByteBuffer file;
    private final int directory;

    /**
     * @param directory the sector that the directory is in; the tables are behind it
     */
    private Compound(int directory) {
        this.directory = directory;
        this.file = ByteBuffer.allocate((directory + 4) * SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        file.put(Made.bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"));
        file.putShort(24, (short) 0x3e).putShort(26, (short) 3).putShort(28, (short) -2);
        file.putShort(30, (short) 9).putShort(32, (short) 6).putInt(48, directory);
        int part = directory / (SECTOR / 4);
        int table = directory + 1;
        if (part < IN_HEADER) {
            file.putInt(76 + 4 * part, table);
        } else {
            file.putInt(68, directory + 2);
            file.putInt(at(directory + 2) + 4 * (part - IN_HEADER), table);
        }
        next(END);
    }

    static byte[] of(String... names) {
        return at(0, names);
    }

    static byte[] at(int directory, String... names) {
        return new Compound(directory).holding(names).file.array();
    }

    /** A directory that begins again where it ends. */
    static byte[] ring() {
        Compound ring = new Compound(0).holding("WordDocument");
        ring.next(0);
        return ring.file.array();
    }

    /** Two names that each say that the other comes before and behind it. */
    static byte[] ringOfNames() {
        Compound ring = new Compound(0).holding("WordDocument", "1Table");
        ring.file.putInt(ring.at(0) + 2 * 128 + 72, 1).putInt(ring.at(0) + 2 * 128 + 68, 1);
        return ring.file.array();
    }

    /** A document that holds a workbook, which is no part of the first level. */
    static byte[] nested() {
        Compound nested = new Compound(0).holding("WordDocument", "ObjectPool");
        nested.name(3, "Workbook");
        nested.file.putInt(nested.at(0) + 2 * 128 + 76, 3);
        return nested.file.array();
    }

    private Compound holding(String... names) {
        name(0, "Root Entry");
        file.putInt(at(directory) + 76, names.length == 0 ? -1 : 1);
        for (int i = 1; i <= names.length; i++) {
            name(i, names[i - 1]);
            file.putInt(at(directory) + i * 128 + 72, i < names.length ? i + 1 : -1);
        }
        return this;
    }

    private void name(int entry, String name) {
        byte[] text = name.getBytes(UTF_16LE);
        int begin = at(directory) + entry * 128;
        file.put(begin, text).putShort(begin + 64, (short) (text.length + 2));
        file.putInt(begin + 68, -1).putInt(begin + 72, -1).putInt(begin + 76, -1);
    }

    /** What comes after the directory's sector. */
    private void next(int sector) {
        file.putInt(at(directory + 1) + 4 * (directory % (SECTOR / 4)), sector);
    }

    private static int at(int sector) {
        return (sector + 1) * SECTOR;
    }
}
