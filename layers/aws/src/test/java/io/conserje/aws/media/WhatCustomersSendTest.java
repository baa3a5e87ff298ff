package io.conserje.aws.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.conserje.application.Channels;
import io.conserje.application.FetchMedia;
import io.conserje.channel.FetchOutcome;
import io.conserje.model.Content;
import io.conserje.model.Filing;
import io.conserje.model.MediaKind;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.InMemoryMedia;
import io.conserje.testkit.InMemorySecrets;
import io.conserje.testkit.Messages;
import io.conserje.testkit.ScriptedChannel;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From the provider's bytes to the bucket, with what they declare and what they are. */
class WhatCustomersSendTest {
    private final ScriptedChannel channel = new ScriptedChannel();
    private final InMemoryMedia store = new InMemoryMedia();
    private final FetchMedia fetchMedia;

    WhatCustomersSendTest(@TempDir Path disk) {
        this.fetchMedia =
                new FetchMedia(
                        new Channels(Stream.of(channel)),
                        new InMemorySecrets(),
                        store,
                        new TikaMediaTypes(),
                        disk);
    }

    static Stream<Arguments> kept() {
        return Stream.of(
                arguments(MediaKind.IMAGE, "image/jpeg", "", Made.JPEG, "image/jpeg"),
                arguments(MediaKind.IMAGE, "image/jpeg", "", Made.PNG, "image/png"),
                arguments(MediaKind.AUDIO, "audio/ogg; codecs=opus", "", Made.OPUS, "audio/ogg"),
                arguments(MediaKind.AUDIO, "audio/mp4", "", Made.film("mp42", "isom"), "audio/mp4"),
                arguments(MediaKind.VIDEO, "video/mp4", "", Made.film("isom"), "video/mp4"),
                arguments(MediaKind.STICKER, "image/webp", "", Made.WEBP, "image/webp"),
                arguments(MediaKind.STICKER, "video/webm", "", Made.WEBM, "video/webm"),
                arguments(
                        MediaKind.STICKER,
                        "application/x-tgsticker",
                        "AnimatedSticker.tgs",
                        Made.GZIP,
                        "application/x-tgsticker"),
                arguments(MediaKind.DOCUMENT, "image/jpeg", "foto.jpg", Made.JPEG, "image/jpeg"),
                arguments(MediaKind.DOCUMENT, "a/b", "f.pdf", Made.PDF, "application/pdf"),
                arguments(MediaKind.DOCUMENT, "a/b", "eicar.com", Made.EICAR, "text/plain"),
                arguments(MediaKind.DOCUMENT, "a/b", "a.html", pdfAndHtml(), "application/pdf"),
                arguments(
                        MediaKind.DOCUMENT,
                        "application/zip",
                        "carta.docx",
                        Made.docx(),
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void isKeptAsWhatItIs(
            MediaKind kind, String declared, String name, byte[] bytes, String mediaType) {
        Filing.Filed filed =
                assertInstanceOf(Filing.Filed.class, keep(kind, declared, name, bytes));

        assertEquals(mediaType, filed.file().mediaType());
        assertEquals(Set.of(filed.file().key()), store.keys());
    }

    static Stream<Arguments> refused() {
        byte[] bomb = Made.zipOf("bomb.zip", Made.zipOf("zeros", new byte[10_000_000]));
        return Stream.of(
                arguments(MediaKind.IMAGE, "image/png", "", Made.SVG, "image/svg+xml"),
                arguments(MediaKind.DOCUMENT, "image/png", "a.png", Made.SVG, "image/svg+xml"),
                arguments(MediaKind.DOCUMENT, "application/pdf", "a.pdf", Made.HTML, "text/html"),
                arguments(MediaKind.IMAGE, "image/jpeg", "", Made.PDF, "application/pdf"),
                arguments(MediaKind.IMAGE, "image/jpeg", "", Made.EICAR, "text/plain"),
                arguments(MediaKind.DOCUMENT, "a/b", "a.docx", bomb, "application/zip"),
                arguments(MediaKind.STICKER, "image/webp", "", bomb, "application/zip"),
                arguments(MediaKind.DOCUMENT, "a/b", "a.tgs", Made.GZIP, "application/gzip"),
                arguments(
                        MediaKind.DOCUMENT,
                        "application/pdf",
                        "a.pdf",
                        Made.bytes("MZ\u0090\0\3\0\0\0\4\0\0\0\u00ff\u00ff\0\0"),
                        "application/x-msdownload"),
                arguments(
                        MediaKind.DOCUMENT,
                        "a/b",
                        "a.docx",
                        Made.docxWith("word/vbaProject.bin"),
                        "macros=yes"),
                arguments(
                        MediaKind.DOCUMENT,
                        "a/b",
                        "a.docm",
                        Made.docxWith("word/vbaProject.bin"),
                        "macroenabled"),
                arguments(
                        MediaKind.DOCUMENT,
                        "a/b",
                        "a.doc",
                        Compound.of("WordDocument", "Macros"),
                        "macros=yes"),
                arguments(
                        MediaKind.DOCUMENT,
                        "a/b",
                        "a.docx",
                        Compound.of("EncryptedPackage"),
                        "application/x-ole-storage"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedAsWhatItIs(
            MediaKind kind, String declared, String name, byte[] bytes, String found) {
        Filing.Refused refused =
                assertInstanceOf(Filing.Refused.class, keep(kind, declared, name, bytes));

        assertEquals(Filing.Cause.TYPE, refused.cause());
        assertTrue(refused.detail().contains(found), refused.detail());
        assertTrue(refused.detail().contains("declared as " + declared), refused.detail());
        assertEquals(Set.of(), store.keys());
    }

    private Filing keep(MediaKind kind, String declared, String name, byte[] bytes) {
        channel.has(
                "reference",
                new FetchOutcome.Found(new ByteArrayInputStream(bytes), OptionalLong.empty()));
        Content.Media media =
                new Content.Media(
                        kind,
                        "reference",
                        declared,
                        Optional.empty(),
                        Optional.of(name).filter(it -> !it.isEmpty()),
                        Optional.empty(),
                        false);
        return fetchMedia.keep(media, Businesses.account(), Messages.MORNING, Messages.MORNING);
    }

    private static byte[] pdfAndHtml() {
        return Made.bytes("%PDF-1.7\n<html><script>alert(1)</script></html>\n%%EOF");
    }
}
