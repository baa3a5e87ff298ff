package io.conserje.aws.media;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.conserje.application.MediaTypes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TikaMediaTypesTest {
    private static final MediaTypes TYPES = new TikaMediaTypes();
    private static final String UNKNOWN = "application/octet-stream";

    @TempDir Path disk;

    static Stream<Arguments> picturesSoundsAndFilms() {
        return Stream.of(
                arguments(Made.JPEG, "image/jpeg"),
                arguments(Made.PNG, "image/png"),
                arguments(Made.WEBP, "image/webp"),
                arguments(Made.bytes("GIF89a\1\0\1\0"), "image/gif"),
                arguments(Made.OPUS, "audio/ogg"),
                arguments(Made.THEORA, "video/ogg"),
                arguments(Made.bytes("ID3\4\0\0\0\0\0\0"), "audio/mpeg"),
                arguments(Made.bytes("#!AMR\n\u003c"), "audio/amr"),
                arguments(Made.bytes("RIFF\u0024\0\0\0WAVEfmt "), "audio/vnd.wave"),
                arguments(Made.film("M4A ", "mp42", "isom"), "audio/mp4"),
                arguments(Made.film("mp42", "isom"), "video/mp4"),
                arguments(Made.film("isom", "iso2", "avc1", "mp41"), "video/mp4"),
                arguments(Made.film("XYZ1", "isom"), "video/mp4"),
                arguments(Made.film("3gp4", "isom"), "video/3gpp"),
                arguments(Made.film("3gp9", "isom"), "video/3gpp"),
                arguments(Made.film("qt  "), "video/quicktime"),
                arguments(Made.film("heic", "mif1"), "image/heic"),
                arguments(Made.film("XYZ1", "XYZ2"), UNKNOWN),
                arguments(Made.WEBM, "video/webm"),
                arguments(Made.MATROSKA, "video/x-matroska"),
                arguments(Made.GZIP, "application/gzip"));
    }

    @ParameterizedTest
    @MethodSource("picturesSoundsAndFilms")
    void theBytesTellWhateverTheNameIs(byte[] bytes, String type) throws IOException {
        assertEquals(type, of(bytes, ""));
        assertEquals(type, of(bytes, "photo.exe"));
        assertEquals(type, of(bytes, "invoice.pdf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "a.pdf", "a.docx", "a.mp4", "a.txt", "a"})
    void aNameVouchesForNoBytes(String name) throws IOException {
        assertEquals(UNKNOWN, of(Made.bytes("\1\2\3\4\u00fe\5\6\7\0\1\2\3"), name));
    }

    @Test
    void aTextIsATextAndItsNameTellsTheTableAndTheScript() throws IOException {
        byte[] text = "nombre;teléfono\nAna;50760000000\n".getBytes(UTF_8);

        assertEquals("text/plain", of(text, ""));
        assertEquals("text/plain", of(text, "lista.txt"));
        assertEquals("text/csv", of(text, "lista.csv"));
        assertEquals("text/csv", of(text, "lista.CSV"));
        assertEquals("text/plain", of(text, "carta.rtf"));
        assertEquals("application/x-bat", of(text, "lista.bat"));
        assertEquals("application/x-bat", of(text, "lista.bat. . "));
        assertEquals("text/javascript", of(text, "lista.js"));
        assertEquals("text/plain", of(Made.EICAR, "eicar.txt"));
        assertEquals("application/x-sh", of(Made.bytes("#!/bin/sh\nrm -rf /\n"), "lista.txt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "a\u0000.exe",
                "\u202Efdp.exe",
                "",
                ".",
                "a.",
                "%2e%2e/x"
            })
    void aHostileNameChangesNothing(String name) throws IOException {
        assertEquals("image/jpeg", of(Made.JPEG, name));
        assertEquals("text/plain", of(Made.bytes("hola"), name));
        assertEquals("text/plain", of(Made.bytes("hola"), name + "x".repeat(300)));
        assertEquals("text/plain", of(Made.bytes("hola"), name + ".".repeat(100_000)));
    }

    static Stream<byte[]> markup() {
        byte[] mark = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
        return Stream.of(
                Made.SVG,
                Made.HTML,
                join(Made.bytes("<?xml version=\"1.0\"?>\n"), Made.SVG),
                join(Made.bytes("<!-- %PDF-1.7 -->\n"), Made.HTML),
                join(Made.bytes("\n\n  "), Made.HTML),
                join(mark, Made.SVG),
                Made.bytes("<svg onload=alert(1)>"),
                Made.bytes("<ScRiPt>alert(1)</ScRiPt>"),
                "\uFEFF<html><script>alert(1)</script>".getBytes(UTF_16LE));
    }

    @ParameterizedTest
    @MethodSource("markup")
    void markupIsNeverATextAPictureOrADocument(byte[] bytes) throws IOException {
        for (String name : new String[] {"", "a.png", "a.pdf", "a.txt", "a.csv"}) {
            String type = of(bytes, name);
            assertTrue(
                    type.contains("xml") || type.contains("html") || type.contains("markup"), type);
        }
    }

    @Test
    void aFileOfTwoKindsIsWhatItBeginsAs() throws IOException {
        assertEquals("application/pdf", of(join(Made.PDF, Made.HTML), "a.html"));
        assertEquals("application/pdf", of(join(Made.PDF, Made.zip("a.exe")), ""));
        assertEquals("text/html", of(join(Made.HTML, Made.PDF), "a.pdf"));
        assertEquals("image/jpeg", of(join(Made.JPEG, Made.docx()), ""));
        assertEquals(UNKNOWN, of(join(Made.bytes("\1\2\3\n"), Made.PDF), "a.pdf"));
    }

    static Stream<Arguments> office() {
        String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        String excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        return Stream.of(
                arguments(Made.docx(), word),
                arguments(Made.zip("word/document.xml", "[Content_Types].xml"), word),
                arguments(Made.docxWith("word/embeddings/sheet.xlsx"), word),
                arguments(Made.docxWith("word/vbaProject.bin"), word + "; macros=yes"),
                arguments(Made.docxWith("word/VBAPROJECT.BIN"), word + "; macros=yes"),
                arguments(Made.zip("[Content_Types].xml", "xl/workbook.xml"), excel),
                arguments(
                        Made.zip("[Content_Types].xml", "xl/workbook.xml", "xl/macrosheets/s.xml"),
                        excel + "; macros=yes"),
                arguments(
                        Made.zip("[Content_Types].xml", "xl/workbook.bin"), excel + "; macros=yes"),
                arguments(
                        Made.zip("[Content_Types].xml", "ppt/presentation.xml"),
                        "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
                arguments(
                        Made.openDocument("text", "content.xml"),
                        "application/vnd.oasis.opendocument.text"),
                arguments(
                        Made.openDocument("spreadsheet", "content.xml"),
                        "application/vnd.oasis.opendocument.spreadsheet"),
                arguments(
                        Made.openDocument("text", "Basic/Standard/Module1.xml"),
                        "application/vnd.oasis.opendocument.text; macros=yes"),
                arguments(
                        Made.openDocument("text", "Scripts/python/a.py"),
                        "application/vnd.oasis.opendocument.text; macros=yes"),
                arguments(Compound.of("WordDocument", "1Table"), "application/msword"),
                arguments(Compound.of("Workbook"), "application/vnd.ms-excel"),
                arguments(Compound.of("Book", "Workbook"), "application/vnd.ms-excel"),
                arguments(Compound.of("PowerPoint Document"), "application/vnd.ms-powerpoint"),
                arguments(Compound.nested(), "application/msword"),
                arguments(Compound.at(20_000, "WordDocument"), "application/msword"),
                arguments(Compound.of("WordDocument", "Macros"), "application/msword; macros=yes"),
                arguments(
                        Compound.of("Workbook", "_VBA_PROJECT_CUR"),
                        "application/vnd.ms-excel; macros=yes"));
    }

    @ParameterizedTest
    @MethodSource("office")
    void anOfficeDocumentIsToldByTheNamesInIt(byte[] bytes, String type) throws IOException {
        assertEquals(type, of(bytes, ""));
        assertEquals(type, of(bytes, "a.zip"));
        assertEquals(type, of(bytes, "a.docx"));
    }

    @ParameterizedTest
    @CsvSource({"docm", "xlsm", "pptm", "dotm", "xlam"})
    void aDocumentThatIsNamedAsOneWithMacrosIsOne(String extension) throws IOException {
        String type = of(Made.docx(), "factura." + extension);

        assertTrue(type.contains("macroenabled"), type);
    }

    static Stream<byte[]> zips() {
        byte[] zeros = new byte[10_000_000];
        byte[] hidden = Made.docx();
        hidden[hidden.length - 6]++;
        byte[] encrypted = Made.docx();
        encrypted[centralDirectory(encrypted) + 8] |= 1;
        return Stream.of(
                Made.zipOf("bomb.zip", Made.zipOf("zeros", zeros)),
                Made.zip("a.exe"),
                Made.zip("META-INF/MANIFEST.MF", "A.class"),
                Made.zip("[Content_Types].xml"),
                Made.zip("[Content_Types].xml", "word/document.xml", "xl/workbook.xml"),
                Made.zip("word/document.xml"),
                Made.openDocument("text", "encrypted-package"),
                Made.bytes("PK\3\4mimetypeapplication/vnd.oasis.opendocument.text"),
                join(Made.docx(), Made.bytes("something behind it")),
                join(Made.zip("a.exe"), Made.docx()),
                hidden,
                encrypted,
                Made.zip(names(10_001)));
    }

    @ParameterizedTest
    @MethodSource("zips")
    void everyOtherZipIsAZipWhateverItsNameSays(byte[] bytes) throws IOException {
        for (String name : new String[] {"", "a.docx", "a.odt", "a.xlsx", "a.zip", "a.pdf"}) {
            assertEquals("application/zip", of(bytes, name), name);
        }
    }

    static Stream<byte[]> compounds() {
        return Stream.of(
                Compound.of("EncryptedPackage", "EncryptionInfo"),
                Compound.of("__properties_version1.0"),
                Compound.of(),
                Compound.of("WordDocument", "Workbook"),
                Compound.ring(),
                Arrays.copyOf(Compound.of("WordDocument"), 600),
                Arrays.copyOf(Compound.of("WordDocument"), 8));
    }

    @ParameterizedTest
    @MethodSource("compounds")
    void everyOtherCompoundFileIsNoDocument(byte[] bytes) throws IOException {
        for (String name : new String[] {"", "a.doc", "a.xls", "a.msi"}) {
            assertEquals("application/x-ole-storage", of(bytes, name), name);
        }
    }

    @Test
    void namesInARingAreLookedAtOnce() throws IOException {
        assertEquals("application/msword", of(Compound.ringOfNames(), ""));
    }

    private String of(byte[] bytes, String name) throws IOException {
        Path file = Files.write(disk.resolve("file"), bytes);
        return TYPES.of(file, Optional.of(name).filter(it -> !it.isEmpty()));
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String[] names(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i == 0 ? "[Content_Types].xml" : "word/" + i)
                .toArray(String[]::new);
    }

    private static int centralDirectory(byte[] zip) {
        return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
    }
}
