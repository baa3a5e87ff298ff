package io.conserje.channel.telegram;

import io.conserje.model.Capabilities;
import io.conserje.model.MediaKind;
import io.conserje.model.OptionLimits;
import io.conserje.model.Pace;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What Telegram carries; the same for every bot. */
final class Limits {
    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = 1024 * KILOBYTE;

    /** core.telegram.org/bots/api#inlinekeyboardbutton: {@code callback_data} has 64 bytes. */
    private static final OptionLimits BUTTONS = new OptionLimits(100, 64, 64);

    /** core.telegram.org/bots/api#sending-files */
    private static final Map<MediaKind, Long> SENDS =
            Map.of(
                    MediaKind.IMAGE, 10 * MEGABYTE,
                    MediaKind.AUDIO, 50 * MEGABYTE,
                    MediaKind.VIDEO, 50 * MEGABYTE,
                    MediaKind.DOCUMENT, 50 * MEGABYTE,
                    MediaKind.STICKER, 512 * KILOBYTE);

    /** core.telegram.org/bots/api#getfile */
    static final long GIVEN_OUT = 20 * MEGABYTE;

    private static final Map<MediaKind, Long> TAKES =
            Map.of(
                    MediaKind.IMAGE, GIVEN_OUT,
                    MediaKind.AUDIO, GIVEN_OUT,
                    MediaKind.VIDEO, GIVEN_OUT,
                    MediaKind.DOCUMENT, GIVEN_OUT,
                    MediaKind.STICKER, GIVEN_OUT);

    /** Short bursts over the one a second of a chat are let through, the page says. */
    private static final Pace TO_ONE_CHAT = new Pace(Duration.ofSeconds(1), 3);

    static final Capabilities CAPABILITIES =
            new Capabilities(
                    Optional.empty(),
                    false,
                    4096,
                    4096,
                    1024,
                    BUTTONS,
                    OptionLimits.NONE,
                    0,
                    SENDS,
                    TAKES,
                    true,
                    true,
                    Pace.perSecond(30),
                    TO_ONE_CHAT);

    private Limits() {}
}
