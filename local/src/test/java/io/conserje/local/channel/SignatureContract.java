package io.conserje.local.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.Webhook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is believed to be the provider. Nothing that a stranger sends is ever an exception. */
interface SignatureContract extends OnALine {

    @Test
    default void whatever_the_provider_posts_is_authentic() {
        for (Heard heard : Doings.all(this, line().somebody())) {
            heard.webhooks().forEach(each -> assertTrue(isAuthentic(each), heard.line()::kind));
        }
    }

    @Test
    default void one_other_character_of_the_signature_is_not_authentic() {
        Webhook webhook = posted();
        String signature = webhook.headers().getOrDefault(header(), "");

        assertFalse(signature.isEmpty());
        for (int i = 0; i < signature.length(); i++) {
            char other = signature.charAt(i) == '0' ? '1' : '0';
            String forged = signature.substring(0, i) + other + signature.substring(i + 1);
            assertFalse(isAuthentic(signed(webhook, forged)), "character " + i);
        }
    }

    @Test
    default void a_signature_that_is_missing_doubled_or_broken_is_not_authentic() {
        Webhook webhook = posted();
        String signature = webhook.headers().getOrDefault(header(), "");
        Webhook unsigned = new Webhook(without(header(), webhook), webhook.query(), webhook.body());

        assertFalse(isAuthentic(unsigned), "missing");
        for (String broken :
                List.of(
                        "",
                        " ",
                        "=",
                        "sha256=",
                        "ñ",
                        "\u0000",
                        signature + "," + signature,
                        signature + ", " + signature,
                        signature + "0",
                        signature.substring(1),
                        signature.substring(0, signature.length() - 1),
                        signature.repeat(1000))) {
            assertFalse(isAuthentic(signed(webhook, broken)), broken);
        }
    }

    @Test
    default void the_secret_of_another_account_is_not_authentic() {
        Webhook webhook = posted();

        for (String secret : List.of("another", "0", "\n", "")) {
            assertFalse(
                    channel()
                            .isAuthentic(
                                    webhook,
                                    line().secretsWith(line().words().signatureSecret(), secret)),
                    () -> "'" + secret + "'");
        }
    }

    @Test
    default void an_empty_secret_lets_nobody_in_who_signs_with_nothing() {
        var forgetful = line().secretsWith(line().words().signatureSecret(), "");

        for (String forged : List.of("", "sha256=", "sha256=" + "0".repeat(64), "0")) {
            assertFalse(channel().isAuthentic(signed(posted(), forged), forgetful), forged);
        }
    }

    @Test
    default void one_other_byte_of_the_body_is_not_authentic() {
        Webhook webhook = posted();

        for (int i = 0; i < webhook.body().length; i++) {
            byte[] other = webhook.body().clone();
            other[i] ^= 1;
            assertEquals(
                    is(Known.BODY_IS_NOT_SIGNED),
                    isAuthentic(new Webhook(webhook.headers(), webhook.query(), other)),
                    "byte " + i);
        }
    }

    private Webhook posted() {
        return line().somebody().says("¿Está el señor Núñez? / sí").webhooks().getFirst();
    }

    private String header() {
        return line().words().signatureHeader();
    }

    private boolean isAuthentic(Webhook webhook) {
        return channel().isAuthentic(webhook, line().secrets());
    }

    private Webhook signed(Webhook webhook, String signature) {
        Map<String, String> headers = without(header(), webhook);
        headers.put(header(), signature);
        return new Webhook(headers, webhook.query(), webhook.body());
    }

    private static Map<String, String> without(String header, Webhook webhook) {
        Map<String, String> headers = new HashMap<>(webhook.headers());
        headers.remove(header);
        return headers;
    }
}
