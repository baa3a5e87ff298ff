package io.conserje.channel.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.Files;
import io.conserje.channel.SendOutcome;
import io.conserje.model.MediaFile;
import io.conserje.model.MediaKind;
import io.conserje.model.Outgoing.File;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file is uploaded, then shown by a message. */
class SendFileTest {
    private static final String SHA256 = "ab".repeat(32);
    private static final Files FILES =
            file -> new ByteArrayInputStream(("bytes of " + file.key()).getBytes(UTF_8));

    private Graph graph;

    @BeforeEach
    void open() throws IOException {
        graph = new Graph();
        graph.answersAt("/media", 200, "{'id':'555'}");
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void theBytesGoFirst() {
        SendOutcome outcome = send(document("informe.pdf", "Su informe"));

        assertEquals(new SendOutcome.Accepted("wamid.OUT"), outcome);
        Graph.Call upload = graph.calls.getFirst();
        assertEquals("POST", upload.method());
        assertEquals("/v24.0/" + Desk.NUMBER + "/media", upload.path());
        assertEquals("Bearer " + Desk.TOKEN, upload.header("Authorization"));
        assertEquals("multipart/form-data; boundary=" + SHA256, upload.header("Content-type"));
        List<String> form = upload.text().lines().toList();
        assertTrue(form.contains("whatsapp"), upload::text);
        assertTrue(form.contains("application/pdf"), upload::text);
        assertTrue(form.contains("Content-Type: application/pdf"), upload::text);
        assertTrue(form.contains("bytes of demo/k"), upload::text);
    }

    @Test
    void theMessageShowsTheUploadedDocumentByItsName() {
        send(document("informe.pdf", "Su informe"));

        assertEquals(2, graph.calls.size());
        Graph.Call message = graph.calls.getLast();
        assertEquals("/v24.0/" + Desk.NUMBER + "/messages", message.path());
        assertEquals(
                json(
                        "{'messaging_product':'whatsapp','recipient_type':'individual','to':'34600111222',"
                                + "'biz_opaque_callback_data':'"
                                + Desk.OUR_ID
                                + "','type':'document','document':{'id':'555','caption':'Su informe',"
                                + "'filename':'informe.pdf'}}"),
                message.text());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "IMAGE, image/jpeg, false, image, `{'id':'555','caption':'Mire'}`",
                "VIDEO, video/mp4, false, video, `{'id':'555','caption':'Mire'}`",
                "STICKER, image/webp, false, sticker, `{'id':'555'}`",
                "AUDIO, audio/mpeg, false, audio, `{'id':'555'}`",
                "AUDIO, audio/ogg, true, audio, `{'id':'555','voice':true}`",
                "AUDIO, audio/ogg; codecs=opus, true, audio, `{'id':'555','voice':true}`",
                "AUDIO, audio/ogg, false, audio, `{'id':'555'}`",
                "AUDIO, audio/mpeg, true, audio, `{'id':'555'}`",
            })
    void eachKindCarriesWhatMetaTakesWithIt(
            MediaKind kind, String mediaType, boolean voice, String word, String body) {
        send(file(kind, mediaType, "nombre", "Mire", voice));

        Graph.Call message = graph.calls.getLast();
        assertEquals(word, message.body().path("type").asText());
        assertEquals(json(body), message.body().path(word).toString());
    }

    @Test
    void anUploadThatLosesItsConnectionSentTheCustomerNothing() {
        graph.answersAt("/media", exchange -> exchange.close());

        assertLater("uploading: connection lost before the answer");
    }

    @Test
    void anUploadThatStopsInAGatewaySentTheCustomerNothing() {
        graph.answersAt("/media", 502, "<html>");

        assertLater("uploading: HTTP 502 without a Graph error");
    }

    @Test
    void anUploadThatIsTakenWithoutAnIdSentTheCustomerNothing() {
        graph.answersAt("/media", 200, "{}");

        assertLater("uploaded without a media id");
    }

    @Test
    void aFileThatCannotBeReadNowIsTriedLater() {
        Files broken =
                file -> {
                    throw new IOException("timed out");
                };

        SendOutcome outcome = graph.send(Desk.ANA, document("a.pdf", "a"), broken);

        assertEquals(
                new SendOutcome.RetryLater(Delay.OUTAGE.usual(), "the file demo/k cannot be read"),
                outcome);
        assertEquals(List.of(), graph.calls);
    }

    @Test
    void aFileThatIsNotThereIsGivenUp() {
        Files empty =
                file -> {
                    throw new NoSuchFileException(file.key());
                };

        assertEquals(
                new SendOutcome.Rejected("the file demo/k is not there"),
                graph.send(Desk.ANA, document("a.pdf", "a"), empty));
    }

    @ParameterizedTest
    @CsvSource({"131052", "131053", "100"})
    void aFileThatMetaDoesNotTakeIsRejectedWithItsReason(int code) {
        graph.answersAt("/media", 400, error(code));

        assertEquals(
                new SendOutcome.Rejected(code + " Media upload error: too odd"),
                send(document("a.pdf", "a")));
        assertEquals(1, graph.calls.size());
    }

    @Test
    void tooManyUploadsThrottleTheAccount() {
        graph.answersAt("/media", 429, error(130429));

        assertEquals(
                new SendOutcome.Throttled(
                        Delay.THROUGHPUT.usual(),
                        SendOutcome.Scope.ACCOUNT,
                        "130429 Media upload error: too odd"),
                send(document("a.pdf", "a")));
    }

    @Test
    void onlyTheMessageItselfCanBeInDoubt() {
        graph.answers(exchange -> exchange.close());

        assertEquals(
                new SendOutcome.Unknown("connection lost before the answer"),
                send(document("a.pdf", "a")));
        assertEquals(2, graph.calls.size());
    }

    private void assertLater(String reason) {
        assertEquals(
                new SendOutcome.RetryLater(Delay.OUTAGE.usual(), reason),
                send(document("a.pdf", "a")));
        assertEquals(1, graph.calls.size());
    }

    private SendOutcome send(File file) {
        return graph.send(Desk.ANA, file, FILES);
    }

    private static File document(String name, String caption) {
        return file(MediaKind.DOCUMENT, "application/pdf", name, caption, false);
    }

    private static File file(
            MediaKind kind, String mediaType, String name, String caption, boolean voice) {
        int length = "bytes of demo/k".length();
        return new File(
                kind,
                new MediaFile("demo/k", mediaType, length, SHA256),
                Optional.of(name),
                Optional.of(caption),
                voice);
    }

    private static String error(int code) {
        return "{'error':{'message':'(#%d) Media upload error','code':%d,'error_data':{'details':'too odd'}}}"
                .formatted(code, code);
    }

    private static String json(String singleQuoted) {
        return Graph.read(Desk.json(singleQuoted)).toString();
    }
}
