package io.conserje.local.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.FetchOutcome;
import io.conserje.channel.Secrets;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Gesture;
import io.conserje.model.Account;
import io.conserje.model.Content;
import io.conserje.model.MediaKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A customer's file, on its way to us. */
interface FetchingContract extends OnALine {

    @Test
    default void every_kind_of_file_comes_as_it_was_sent() throws IOException {
        Customer ana = line().somebody();
        for (Sample sample : Sample.values()) {
            Content.Media media = media(ana.does(sample.fromCustomer(null)));

            assertFound(sample.bytes(), fetch(media));
            assertFound(sample.bytes(), fetch(media));
        }
    }

    @Test
    default void a_file_as_large_as_is_taken_comes() throws IOException {
        Map.Entry<MediaKind, Long> least = leastTaken();
        byte[] most = new byte[Math.toIntExact(least.getValue())];

        assertFound(most, fetch(sent(least.getKey(), most)));
    }

    @Test
    default void a_file_that_is_one_byte_too_large_is_not_even_begun() throws IOException {
        Map.Entry<MediaKind, Long> least = leastTaken();
        Content.Media media = sent(least.getKey(), new byte[Math.toIntExact(least.getValue()) + 1]);
        forgetBytes();

        String reason = assertInstanceOf(FetchOutcome.TooLarge.class, fetch(media)).reason();

        assertFalse(reason.isBlank());
    }

    private Map.Entry<MediaKind, Long> leastTaken() {
        return line().can().takes().entrySet().stream()
                .min(Comparator.comparing(Map.Entry::getValue))
                .orElseThrow();
    }

    private Content.Media sent(MediaKind kind, byte[] bytes) {
        Gesture.Kind as = Gesture.Kind.valueOf(kind.name());
        String type = Sample.of(kind).mediaType();
        return media(line().somebody().does(new Gesture.File(as, bytes, type, null, null)));
    }

    /** The provider still tells of every file, but whoever asks for the bytes gets none. */
    private void forgetBytes() throws IOException {
        try (Stream<Path> all = Files.walk(line().folder())) {
            for (Path bytes : all.filter(path -> line().words().isBytes(path)).toList()) {
                Files.delete(bytes);
            }
        }
    }

    @Test
    default void bytes_that_the_provider_lost_may_come_back() throws IOException {
        Content.Media media = media(line().somebody().does(Sample.IMAGE.fromCustomer(null)));
        forgetBytes();

        if (is(Known.LOST_BYTES_ARE_GONE)) {
            assertInstanceOf(FetchOutcome.Gone.class, fetch(media));
            return;
        }
        assertNotNow(fetch(media));
    }

    @Test
    default void what_the_provider_does_not_know_is_gone() {
        for (String reference :
                List.of("123456789012345", "AgACAgIAAxkBAAI", "../../me", "a b", "?x=1", "ñ")) {
            String reason =
                    assertInstanceOf(FetchOutcome.Gone.class, fetch(named(reference)), reference)
                            .reason();
            assertFalse(reason.isBlank());
        }
    }

    private static Content.Media named(String reference) {
        return new Content.Media(
                MediaKind.IMAGE,
                reference,
                "image/png",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    @Test
    default void trouble_of_the_providers_passes() throws IOException {
        Content.Media media = media(line().somebody().does(Sample.IMAGE.fromCustomer(null)));

        for (String fault : List.of("error=1", "throttle=1")) {
            line().emulator().turn(FaultDial.parse(fault));
            assertNotNow(fetch(media));
        }
        line().emulator().turn(FaultDial.OFF);
        line().emulator().outage(true);
        assertNotNow(fetch(media));
        line().emulator().outage(false);
        assertFound(Sample.IMAGE.bytes(), fetch(media));
    }

    @Test
    default void a_wrong_token_and_an_address_where_nobody_listens_can_be_mended()
            throws IOException {
        Content.Media media = media(line().somebody().does(Sample.IMAGE.fromCustomer(null)));
        Account nowhere = line().accountNowhere();

        assertNotNow(channel().fetch(media, nowhere, line().secrets()));
        for (String wrong : List.of("zarzamora", "zarza\nmora", "")) {
            Secrets secrets = line().secretsWith(line().words().tokenSecret(), wrong);
            FetchOutcome outcome = channel().fetch(media, line().account(), secrets);
            if (is(Known.NO_TOKEN)) {
                assertFound(Sample.IMAGE.bytes(), outcome);
                continue;
            }
            assertNotNow(outcome);
            assertFalse(outcome.toString().contains("zarza"), outcome::toString);
        }
    }

    private static Content.Media media(Heard heard) {
        return assertInstanceOf(Content.Media.class, heard.content());
    }

    private FetchOutcome fetch(Content.Media media) {
        return channel().fetch(media, line().account(), line().secrets());
    }

    private static void assertFound(byte[] bytes, FetchOutcome outcome) throws IOException {
        FetchOutcome.Found found = assertInstanceOf(FetchOutcome.Found.class, outcome);
        try (InputStream stream = found.bytes()) {
            assertArrayEquals(bytes, stream.readAllBytes());
        }
        assertEquals(bytes.length, found.length().orElse(bytes.length));
    }

    private static void assertNotNow(FetchOutcome outcome) {
        FetchOutcome.NotNow later = assertInstanceOf(FetchOutcome.NotNow.class, outcome);
        assertTrue(later.after().isPositive() && !later.reason().isBlank(), later::toString);
    }
}
