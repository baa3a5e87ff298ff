package io.conserje.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.Webhook;
import io.conserje.model.Account;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A webhook that Meta signed, published by david-lev/pywa with a secret reset since. */
class SignatureTest {
    private static final String SECRET = "1222e786b144d0e85b9f365372d93676";
    private static final String HEX =
            "54edfa1d7259e0eb13c677cc7d73d1b5c86cfa12433d19156e058ab9251bc441";

    private byte[] body = {};

    @BeforeEach
    void readBody() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("signed_text.json")) {
            body = Objects.requireNonNull(in).readAllBytes();
        }
    }

    @Test
    void whatMetaSignedIsAuthentic() {
        assertTrue(isAuthentic("sha256=" + HEX));
    }

    @Test
    void whatMetaSignedIsReadAsItWasWritten() throws Exception {
        var told = new WhatsAppChannel().normalise(request("sha256=" + HEX), anyNumber());

        assertEquals("972544401243", Desk.only(Desk.fromAnaIn(told)).contact().key());
    }

    @Test
    void hexMayBeUpperCase() {
        assertTrue(isAuthentic("sha256=" + HEX.toUpperCase(Locale.ROOT)));
    }

    @Test
    void oneChangedByteIsNotAuthentic() {
        body[body.length - 1] ^= 1;

        assertFalse(isAuthentic("sha256=" + HEX));
    }

    @Test
    void anAddedNewlineIsNotAuthentic() {
        body = Arrays.copyOf(body, body.length + 1);
        body[body.length - 1] = '\n';

        assertFalse(isAuthentic("sha256=" + HEX));
    }

    @Test
    void anotherSecretIsNotAuthentic() {
        assertFalse(
                new WhatsAppChannel()
                        .isAuthentic(
                                request("sha256=" + HEX), Desk.secrets("app-secret", "another")));
    }

    @Test
    void noSignatureIsNotAuthenticAndAsksForNoSecret() {
        Webhook unsigned = new Webhook(Map.of(), Map.of(), body);

        assertFalse(new WhatsAppChannel().isAuthentic(unsigned, Desk.secrets()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "sha256=54ed",
                "sha1=" + HEX,
                HEX,
                "sha256=" + HEX + "00",
                "sha256=" + HEX + ",sha256=" + HEX,
                "sha256=zzedfa1d7259e0eb13c677cc7d73d1b5c86cfa12433d19156e058ab9251bc441",
                "sha256=５４edfa1d7259e0eb13c677cc7d73d1b5c86cfa12433d19156e058ab9251bc441",
            })
    void aMalformedSignatureIsNotAuthentic(String header) {
        assertFalse(isAuthentic(header));
    }

    private boolean isAuthentic(String header) {
        return new WhatsAppChannel()
                .isAuthentic(request(header), Desk.secrets("app-secret", SECRET));
    }

    private Webhook request(String header) {
        return new Webhook(Map.of("x-hub-signature-256", header), Map.of(), body);
    }

    private static Account anyNumber() {
        return new Account(Desk.PROJECT, Desk.REF, Map.of());
    }
}
