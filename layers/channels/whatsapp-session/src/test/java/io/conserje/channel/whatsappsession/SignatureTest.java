package io.conserje.channel.whatsappsession;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.Webhook;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Computed with {@code openssl dgst -sha256 -hmac}. */
class SignatureTest {
    private static final String BODY = "{\"v\":1,\"type\":\"message\",\"pushName\":\"José\"}";
    private static final String HEX =
            "ac32ac1200cbe8b46364aa0c32102a506667ddd0bdc124c52d88d9e9bf1a4fa2";

    @Test
    void whatTheSessionSignedIsAuthentic() {
        assertTrue(isAuthentic("sha256=" + HEX, BODY));
        assertTrue(isAuthentic("sha256=" + HEX.toUpperCase(Locale.ROOT), BODY));
    }

    @Test
    void anyOtherBodyIsNot() {
        assertFalse(isAuthentic("sha256=" + HEX, BODY + "\n"));
        assertFalse(isAuthentic("sha256=" + HEX, BODY.replace('é', 'e')));
    }

    @Test
    void anotherSecretOrNoneIsNot() {
        assertFalse(isAuthentic("sha256=" + HEX, BODY, "another"));
        assertFalse(isAuthentic("sha256=" + HEX, BODY, ""));
    }

    @Test
    void noSignatureIsNotAuthenticAndAsksForNoSecret() {
        Webhook unsigned = new Webhook(Map.of(), Map.of(), BODY.getBytes(UTF_8));

        assertFalse(new WhatsAppSessionChannel().isAuthentic(unsigned, Desk.secrets()));
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
            })
    void aMalformedSignatureIsNotAuthentic(String header) {
        assertFalse(isAuthentic(header, BODY));
    }

    private static boolean isAuthentic(String header, String body) {
        return isAuthentic(header, body, "a-secret-of-32-characters-or-more");
    }

    private static boolean isAuthentic(String header, String body, String secret) {
        return new WhatsAppSessionChannel()
                .isAuthentic(
                        new Webhook(
                                Map.of("x-conserje-signature", header),
                                Map.of(),
                                body.getBytes(UTF_8)),
                        Desk.secrets("signing-secret", secret));
    }
}
