package io.conserje.channel.whatsappsession;

import io.conserje.model.Account;
import io.conserje.model.Capabilities;
import io.conserje.model.MediaKind;
import io.conserje.model.OptionLimits;
import io.conserje.model.Pace;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a linked device carries. WhatsApp publishes no limits for it, so these are careful: the
 * lengths and sizes that its own API has, and the pace of somebody who types.
 */
final class Limits {
    private static final long MB = 1024L * 1024;

    private static final Map<MediaKind, Long> FILES =
            Map.of(
                    MediaKind.IMAGE, 16 * MB,
                    MediaKind.AUDIO, 16 * MB,
                    MediaKind.VIDEO, 16 * MB,
                    MediaKind.DOCUMENT, 100 * MB,
                    MediaKind.STICKER, MB);

    private static final int BURST = 5;
    private static final Pace TO_ONE_CONTACT = new Pace(Duration.ofSeconds(2), 4);

    private Limits() {}

    /**
     * Buttons and lists of a linked device are not shown by WhatsApp's clients any more, so there
     * are none: options are written as numbered lines.
     */
    static Capabilities of(Account account) {
        return new Capabilities(
                Optional.empty(),
                false,
                4096,
                4096,
                1024,
                OptionLimits.NONE,
                OptionLimits.NONE,
                0,
                FILES,
                FILES,
                true,
                true,
                new Pace(Settings.pace(account), BURST),
                TO_ONE_CONTACT,
                Optional.of(Settings.daily(account)));
    }

    static long taken(MediaKind kind) {
        return FILES.getOrDefault(kind, 0L);
    }
}
