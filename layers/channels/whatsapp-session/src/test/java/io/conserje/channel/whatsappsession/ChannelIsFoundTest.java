package io.conserje.channel.whatsappsession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.Channel;
import io.conserje.channel.Webhook;
import io.conserje.model.Capabilities;
import io.conserje.model.DailyCaps;
import io.conserje.model.MediaKind;
import io.conserje.model.OptionLimits;
import io.conserje.model.Pace;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelIsFoundTest {

    @Test
    void theServiceLoaderFindsTheSessionByItsName() {
        Channel channel = ServiceLoader.load(Channel.class).findFirst().orElseThrow();

        assertEquals("whatsapp-session", channel.name());
        assertEquals(Set.of("signing-secret"), channel.secretNames());
        assertTrue(channel.receiptsProveAcceptance());
        assertTrue(channel.templates().isEmpty());
    }

    @Test
    void nobodyIsAnsweredAHandshake() {
        Webhook asked = new Webhook(Map.of(), Map.of("hub.challenge", "7"), new byte[0]);

        assertEquals(404, new WhatsAppSessionChannel().handshake(asked, Desk.secrets()).status());
    }

    @Test
    void whatASessionCarriesIsData() {
        Capabilities can = new WhatsAppSessionChannel().capabilities(Desk.ACCOUNT);

        assertTrue(can.window().isEmpty());
        assertFalse(can.templates());
        assertEquals(4096, can.text());
        assertEquals(4096, can.question());
        assertEquals(1024, can.caption());
        assertEquals(OptionLimits.NONE, can.buttons());
        assertEquals(OptionLimits.NONE, can.list());
        assertEquals(16L << 20, can.sends().get(MediaKind.IMAGE));
        assertEquals(16L << 20, can.sends().get(MediaKind.AUDIO));
        assertEquals(16L << 20, can.sends().get(MediaKind.VIDEO));
        assertEquals(100L << 20, can.sends().get(MediaKind.DOCUMENT));
        assertEquals(1L << 20, can.sends().get(MediaKind.STICKER));
        assertEquals(can.sends(), can.takes());
        assertTrue(can.places() && can.cards());
        assertEquals(new Pace(Duration.ofSeconds(3), 5), can.account());
        assertEquals(new Pace(Duration.ofSeconds(2), 4), can.contact());
        assertEquals(Optional.of(new DailyCaps(1000, 50, 10)), can.daily());
    }

    @Test
    void aNumberCanBeMadeSlower() {
        Capabilities can =
                new WhatsAppSessionChannel().capabilities(Desk.account("pace-seconds", "20"));

        assertEquals(new Pace(Duration.ofSeconds(20), 5), can.account());
    }

    @Test
    void howMuchANumberBeginsInADayCanBeSet() {
        Capabilities can =
                new WhatsAppSessionChannel().capabilities(Desk.account("firsts-cap", "3"));

        assertEquals(Optional.of(new DailyCaps(1000, 50, 3)), can.daily());
    }

    @Test
    void noSettingIsNeededToKnowWhatItCarries() {
        assertEquals(
                new WhatsAppSessionChannel().capabilities(Desk.ACCOUNT),
                new WhatsAppSessionChannel().capabilities(Desk.account()));
    }

    @ParameterizedTest
    @CsvSource({
        "commands-queue, front, .fifo",
        "commands-queue, '', .fifo",
        "commands-queue, https://sqs.us-east-1.amazonaws.com/1/standard, .fifo",
        "commands-queue, ftp://host/1/a.fifo, .fifo",
        "commands-queue, https://two words/1/a.fifo, .fifo",
        "commands-queue, https://me:secret@host/1/a.fifo, .fifo",
        "media-url, mmg.whatsapp.net, https://",
        "media-url, https://, https://",
        "media-url, https://host/?a=b, https://",
        "pace-seconds, 2, from 3",
        "pace-seconds, 3601, to 3600",
        "pace-seconds, fast, whole number",
        "pace-seconds, -5, whole number",
        "pace-seconds, 99999999999, whole number",
        "day-cap, 0, from 1 to 10000",
        "unasked-cap, 1001, from 1 to 1000",
        "firsts-cap, some, from 1 to 100",
    })
    void aSettingThatMakesNoSenseIsNamedWithItsRemedy(String name, String value, String remedy) {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new WhatsAppSessionChannel().capabilities(Desk.account(name, value)));

        String told = String.valueOf(error.getMessage());
        assertTrue(told.contains("'" + name + "'") && told.contains(remedy), told);
    }
}
