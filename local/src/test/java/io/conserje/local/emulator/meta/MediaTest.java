package io.conserje.local.emulator.meta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.local.emulator.Options;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MediaTest extends MetaEmulatorTest {
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0, 1, '-', '-'};

    private final HandClock clock = new HandClock();

    @Override
    Options configured(Options options) {
        return options.withClock(clock);
    }

    @Test
    void aPictureThatACustomerSendsCanBeFetchedWithTheToken() throws Exception {
        emulator.phone().sendImage(ANA, PICTURE, "image/png", "mi foto");
        emulator.awaitQuiet(SOON);
        String id = system.messages().getFirst().at("/image/id").asText();
        Answer described = graph("GET", "/v23.0/" + id, token(), "");

        assertEquals("image/png", described.body().path("mime_type").asText());
        assertEquals(PICTURE.length, described.body().path("file_size").asInt());
        URI url = URI.create(described.body().path("url").asText());
        assertArrayEquals(PICTURE, download(url, token()).body());
        assertEquals(401, download(url, "another").statusCode());
    }

    @Test
    void anAddressHoldsForFiveMinutes() throws Exception {
        emulator.phone().sendImage(ANA, PICTURE, "image/png", "");
        emulator.awaitQuiet(SOON);
        String id = system.messages().getFirst().at("/image/id").asText();
        URI url = URI.create(graph("GET", "/v23.0/" + id, token(), "").body().path("url").asText());

        clock.pass(Duration.ofMinutes(5).plusSeconds(1));

        assertEquals(404, download(url, token()).statusCode());
        URI forged = URI.create(url.toString().replace("ext=", "ext=9"));
        assertEquals(404, download(forged, token()).statusCode());
    }

    @Test
    void whatIsUploadedCanBeSentFetchedAndDeleted() throws Exception {
        String id = upload("whatsapp").body().path("id").asText();
        String image =
                "{\"messaging_product\":\"whatsapp\",\"to\":\"%s\",\"type\":\"image\",\"image\":{\"id\":\"%s\"}}";

        assertEquals(200, send(image.formatted(ANA, id)).status());
        URI url = URI.create(graph("GET", "/v23.0/" + id, token(), "").body().path("url").asText());
        HttpResponse<byte[]> fetched = download(url, token());
        assertArrayEquals(PICTURE, fetched.body());
        assertEquals("image/png", fetched.headers().firstValue("content-type").orElse(""));
        assertEquals(200, graph("DELETE", "/v23.0/" + id, token(), "").status());

        assertEquals(
                33,
                graph("GET", "/v23.0/" + id, token(), "")
                        .body()
                        .at("/error/error_subcode")
                        .asInt());
        assertEquals(131009, send(image.formatted(ANA, id)).code());
    }

    @Test
    void whatMetaDoesNotTakeIsAnUploadError() {
        Answer refused = upload("whatsapp", "image/gif");

        assertEquals(400, refused.status());
        assertEquals(131053, refused.code());
        assertEquals("(#131053) Media upload error", refused.body().at("/error/message").asText());
    }

    @Test
    void anUploadMustBeForWhatsApp() {
        assertEquals(100, upload("messenger").code());
        assertEquals(100, graph("POST", "/v23.0/" + phoneId() + "/media", token(), "{}").code());
    }

    private Answer upload(String product) {
        return upload(product, "image/png");
    }

    private Answer upload(String product, String mimeType) {
        String head =
                "--b7\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\n"
                        + product
                        + "\r\n--b7\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n"
                        + "Content-Type: "
                        + mimeType
                        + "\r\n\r\n";
        URI media = emulator.baseUri().resolve("/v23.0/" + phoneId() + "/media");
        return exchange(
                HttpRequest.newBuilder(media)
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "multipart/form-data; boundary=b7")
                        .POST(
                                BodyPublishers.concat(
                                        BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                                        BodyPublishers.ofByteArray(PICTURE),
                                        BodyPublishers.ofString("\r\n--b7--\r\n")))
                        .build());
    }

    private HttpResponse<byte[]> download(URI url, String token)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(url).header("Authorization", "Bearer " + token).build(),
                BodyHandlers.ofByteArray());
    }
}
