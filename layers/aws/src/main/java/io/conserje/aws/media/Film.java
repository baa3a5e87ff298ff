package io.conserje.aws.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Films and sounds whose container is told only by what stands a little behind its beginning. */
final class Film {
    private static final int MOST_BRANDS = 32;
    private static final String QUICKTIME = "video/quicktime";

    /** https://mp4ra.org/registered-types/brands */
    private static final Set<String> MP4 =
            Set.of("isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "dash");

    /**
     * The element DocType with its length: https://www.rfc-editor.org/rfc/rfc8794#section-11.2.6
     */
    private static final String WEBM = "B\u0082\u0084webm";

    private static final int WEBM_WITHIN = 64;

    /** How the first stream begins, behind the header of its page (RFC 3533, RFC 5334). */
    private static final List<String> SOUND =
            List.of("OpusHead", "\u0001vorbis", "Speex   ", "\u007fFLAC");

    private static final int FIRST_STREAM = 28;

    private Film() {}

    /** Of what is in the family of QuickTime: the brands say which of it. */
    static String ofBrands(byte[] head) {
        if (!text(head, 4, 4).equals("ftyp")) {
            return QUICKTIME;
        }
        String major = text(head, 8, 4);
        if (major.equals("qt  ")) {
            return QUICKTIME;
        }
        if (major.startsWith("3gp")) {
            return "video/3gpp";
        }
        Set<String> brands = new TreeSet<>(Set.of(major));
        int end = Math.min(ByteBuffer.wrap(head).getInt(0), 16 + 4 * MOST_BRANDS);
        for (int at = 16; at + 4 <= end; at += 4) {
            brands.add(text(head, at, 4));
        }
        brands.retainAll(MP4);
        return brands.isEmpty() ? TikaMediaTypes.UNKNOWN : "video/mp4";
    }

    static String ofMatroska(byte[] head) {
        return text(head, 0, WEBM_WITHIN).contains(WEBM) ? "video/webm" : "video/x-matroska";
    }

    static String ofOgg(byte[] head) {
        String stream = text(head, FIRST_STREAM, 8);
        return SOUND.stream().anyMatch(stream::startsWith) ? "audio/ogg" : "video/ogg";
    }

    /** As much of it as there is. */
    private static String text(byte[] head, int from, int length) {
        int begin = Math.min(from, head.length);
        return new String(head, begin, Math.min(length, head.length - begin), ISO_8859_1);
    }
}
