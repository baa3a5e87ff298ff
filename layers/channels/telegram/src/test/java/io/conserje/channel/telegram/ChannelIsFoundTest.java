package io.conserje.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.Channel;
import io.conserje.channel.Webhook;
import io.conserje.model.Account;
import io.conserje.model.Capabilities;
import io.conserje.model.MediaKind;
import io.conserje.model.OptionLimits;
import io.conserje.model.Pace;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelIsFoundTest {

    @Test
    void theServiceLoaderFindsTelegramByItsName() {
        Channel channel = ServiceLoader.load(Channel.class).findFirst().orElseThrow();

        assertEquals("telegram", channel.name());
        assertEquals(Set.of("bot-token", "webhook-secret"), channel.secretNames());
        assertFalse(channel.receiptsProveAcceptance());
        assertTrue(channel.templates().isEmpty());
    }

    @Test
    void nobodyIsAnsweredAHandshake() {
        Webhook asked = new Webhook(Map.of(), Map.of("hub.challenge", "7"), new byte[0]);

        assertEquals(404, new TelegramChannel().handshake(asked, Desk.secrets()).status());
    }

    @Test
    void whatABotCarriesIsData() {
        Capabilities can = new TelegramChannel().capabilities(Desk.ACCOUNT);

        assertTrue(can.window().isEmpty());
        assertFalse(can.templates());
        assertEquals(4096, can.text());
        assertEquals(4096, can.question());
        assertEquals(1024, can.caption());
        assertEquals(new OptionLimits(100, 64, 64), can.buttons());
        assertEquals(OptionLimits.NONE, can.list());
        assertEquals(0, can.opener());
        assertEquals(10L << 20, can.sends().get(MediaKind.IMAGE));
        assertEquals(50L << 20, can.sends().get(MediaKind.AUDIO));
        assertEquals(50L << 20, can.sends().get(MediaKind.VIDEO));
        assertEquals(50L << 20, can.sends().get(MediaKind.DOCUMENT));
        assertEquals(512L << 10, can.sends().get(MediaKind.STICKER));
        assertEquals(Set.of(MediaKind.values()), can.takes().keySet());
        assertEquals(Set.of(20L << 20), Set.copyOf(can.takes().values()));
        assertTrue(can.places() && can.cards());
        assertEquals(Pace.perSecond(30), can.account());
        assertEquals(new Pace(Duration.ofSeconds(1), 3), can.contact());
    }

    @Test
    void noSettingIsNeeded() {
        Account bare = new Account(Desk.PROJECT, Desk.REF, Map.of());

        assertEquals(
                new TelegramChannel().capabilities(Desk.ACCOUNT),
                new TelegramChannel().capabilities(bare));
    }

    @ParameterizedTest
    @CsvSource({
        "bot-username, @clinica_bot, without the at sign",
        "bot-username, '', without the at sign",
        "bot-id, clinica, the number",
        "api-url, api.telegram.org, https://",
        "api-url, ftp://api.telegram.org, https://",
        "api-url, https://, https://",
        "api-url, https://two words, https://",
    })
    void aSettingThatMakesNoSenseIsNamedWithItsRemedy(String name, String value, String remedy) {
        Account account = new Account(Desk.PROJECT, Desk.REF, Map.of(name, value));

        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new TelegramChannel().capabilities(account));

        String told = String.valueOf(error.getMessage());
        assertTrue(told.contains("'" + name + "'") && told.contains(remedy), told);
    }
}
