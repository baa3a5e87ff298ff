package io.conserje.aws.media;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.conserje.aws.media.Pieces.Malformed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names in a compound file's directory, as MS-CFB has it:
 * https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb/. Of a directory of bounded
 * length.
 *
 * @param atRoot those that are in no storage
 */
record CompoundNames(Set<String> atRoot, Set<String> all) {
    private static final int HEADER = 512;
    private static final int ENTRY = 128;
    private static final int MOST_ENTRIES = 8192;
    private static final long NOBODY = 0xffffffffL;

    private record Entry(String name, long left, long right, long child) {}

    /**
     * @throws Malformed when it is none, or its directory is too long
     */
    static CompoundNames of(Pieces file) throws IOException {
        ByteBuffer header = file.at(0, HEADER);
        List<Entry> entries = entries(new Sectors(file, header), header.getInt(48) & NOBODY);
        Set<String> all = new LinkedHashSet<>();
        entries.forEach(entry -> all.add(entry.name()));
        return new CompoundNames(siblings(entries, entries.getFirst().child()), all);
    }

    private static List<Entry> entries(Sectors sectors, long first) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (long sector = first; sector != Sectors.END; sector = sectors.after(sector)) {
            if (entries.size() >= MOST_ENTRIES) {
                throw new Malformed("its directory is too long");
            }
            ByteBuffer bytes = sectors.read(sector);
            for (int at = 0; at < bytes.limit(); at += ENTRY) {
                entries.add(entry(bytes.slice(at, ENTRY).order(bytes.order())));
            }
        }
        if (entries.isEmpty()) {
            throw new Malformed("it has no directory");
        }
        return entries;
    }

    private static Entry entry(ByteBuffer bytes) throws Malformed {
        int length = Math.max((bytes.getShort(64) & 0xffff) - 2, 0);
        if (length > 62) {
            throw new Malformed("a name is too long");
        }
        byte[] name = new byte[length];
        bytes.get(0, name);
        return new Entry(
                new String(name, UTF_16LE),
                bytes.getInt(68) & NOBODY,
                bytes.getInt(72) & NOBODY,
                bytes.getInt(76) & NOBODY);
    }

    /** The names of a storage are a tree, of which a stranger may have made a ring. */
    private static Set<String> siblings(List<Entry> entries, long top) throws Malformed {
        Set<String> names = new LinkedHashSet<>();
        Set<Long> seen = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>(List.of(top));
        while (!open.isEmpty()) {
            long id = open.pop();
            if (id == NOBODY || !seen.add(id)) {
                continue;
            }
            if (id >= entries.size()) {
                throw new Malformed("a name is not in the directory");
            }
            Entry entry = entries.get((int) id);
            names.add(entry.name());
            open.push(entry.left());
            open.push(entry.right());
        }
        return names;
    }
}
