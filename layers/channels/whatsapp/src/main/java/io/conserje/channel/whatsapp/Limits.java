package io.conserje.channel.whatsapp;

import io.conserje.model.Account;
import io.conserje.model.Capabilities;
import io.conserje.model.MediaKind;
import io.conserje.model.OptionLimits;
import io.conserje.model.Pace;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a message may hold and how fast messages may go, as Meta's pages say it. */
final class Limits {
    static final String SPEED = "messages-per-second";
    static final OptionLimits BUTTONS = new OptionLimits(3, 20, 256);

    private static final OptionLimits LIST = new OptionLimits(10, 24, 200);
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int USUAL_SPEED = 80;
    private static final int HIGHEST_SPEED = 1000;
    private static final long KB = 1024;
    private static final long MB = 1024 * KB;

    private static final Map<MediaKind, Long> FILES =
            Map.of(
                    MediaKind.IMAGE, 5 * MB,
                    MediaKind.AUDIO, 16 * MB,
                    MediaKind.VIDEO, 16 * MB,
                    MediaKind.DOCUMENT, 100 * MB,
                    MediaKind.STICKER, 500 * KB);

    /** Meta lends a burst from what comes later, and lets nothing through until it is paid back. */
    private static final Pace TO_ONE_CONTACT = new Pace(Duration.ofSeconds(6), 45);

    private Limits() {}

    static Capabilities of(Account account) {
        return new Capabilities(
                Optional.of(WINDOW),
                true,
                4096,
                1024,
                1024,
                BUTTONS,
                LIST,
                20,
                FILES,
                FILES,
                true,
                true,
                Pace.perSecond(speed(account)),
                TO_ONE_CONTACT);
    }

    static long taken(MediaKind kind) {
        return FILES.getOrDefault(kind, 0L);
    }

    private static int speed(Account account) {
        String text = account.settings().getOrDefault(SPEED, Integer.toString(USUAL_SPEED)).strip();
        try {
            int speed = Integer.parseInt(text);
            if (speed >= 1 && speed <= HIGHEST_SPEED) {
                return speed;
            }
        } catch (NumberFormatException e) {
            // Told below, together with a number that is out of range.
        }
        throw new IllegalArgumentException(
                "account "
                        + account.ref()
                        + " has "
                        + SPEED
                        + " '"
                        + text
                        + "': give a whole number from 1 to "
                        + HIGHEST_SPEED
                        + ", or leave it out for "
                        + USUAL_SPEED);
    }
}
