package io.conserje.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.Channel;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChannelIsFoundTest {

    @Test
    void theServiceLoaderFindsWhatsAppByItsName() {
        Channel channel = ServiceLoader.load(Channel.class).findFirst().orElseThrow();

        assertEquals("whatsapp", channel.name());
        assertEquals(Set.of("app-secret", "verify-token", "access-token"), channel.secretNames());
        assertTrue(channel.receiptsProveAcceptance());
    }
}
