package io.conserje.aws.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as customers send them, made here: as much of each as it takes to be told. */
final class Made {
    static final byte[] JPEG = bytes("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0\1\1\0\0\1\0\1\0\0");
    static final byte[] PNG = bytes("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\6\0\0\0");
    static final byte[] WEBP = bytes("RIFF\u0024\0\0\0WEBPVP8L\u0017\0\0\0\u002f");
    static final byte[] OPUS =
            bytes("OggS\0\2" + "\0".repeat(20) + "\1\u0013OpusHead\1\1\u0038\1\u0080\u00bb\0\0");
    static final byte[] THEORA = bytes("OggS\0\2" + "\0".repeat(20) + "\1*\u0080theora\3\2\1");
    static final byte[] WEBM =
            bytes(
                    "\u001aE\u00df\u00a3\u009fB\u0086\u0081\1B\u00f7\u0081\1B\u0082\u0084webmB\u0087");
    static final byte[] MATROSKA =
            bytes("\u001aE\u00df\u00a3\u00a3B\u0086\u0081\1B\u00f7\u0081\1B\u0082\u0088matroska");
    static final byte[] PDF = bytes("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<<>>\n");
    static final byte[] GZIP = bytes("\u001f\u008b\b\0\0\0\0\0\0\3");
    static final byte[] SVG =
            bytes(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\">"
                            + "<script>alert(1)</script></svg>");
    static final byte[] HTML = bytes("<!DOCTYPE html><html><script>alert(1)</script></html>");

    /** https://www.eicar.org/download-anti-malware-testfile/, put together when it is used. */
    static final byte[] EICAR =
            bytes(
                    "X5O!P%@AP[4\\PZX54(P^)7CC)7}$"
                            + "EICAR-STANDARD-ANTIVIRUS-"
                            + "TEST-FILE!$H+H*");

    private Made() {}

    static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    /** A film whose container names these brands, the first as the main one. */
    static byte[] film(String... brands) {
        int length = 12 + 4 * brands.length;
        return bytes(
                "\0\0\0"
                        + (char) length
                        + "ftyp"
                        + brands[0]
                        + "\0\0\2\0"
                        + String.join("", Arrays.asList(brands).subList(1, brands.length))
                        + "\0\0\0\bfree\0\0\0\0mdat");
    }

    static byte[] docx() {
        return zip("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml");
    }

    static byte[] docxWith(String... more) {
        List<String> names =
                new ArrayList<>(List.of("[Content_Types].xml", "_rels/.rels", "word/document.xml"));
        names.addAll(Arrays.asList(more));
        return zip(names.toArray(String[]::new));
    }

    static byte[] zip(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(US_ASCII));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zipOf(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Its first part is its type, not compressed. */
    static byte[] openDocument(String kind, String... more) {
        byte[] type = ("application/vnd.oasis.opendocument." + kind).getBytes(US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        ZipEntry first = new ZipEntry("mimetype");
        first.setMethod(ZipEntry.STORED);
        first.setSize(type.length);
        first.setCrc(sum.getValue());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(first);
            zip.write(type);
            zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
            zip.write("<x/>".getBytes(US_ASCII));
            for (String name : more) {
                zip.putNextEntry(new ZipEntry(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
