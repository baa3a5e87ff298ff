package io.conserje.testkit;

import io.conserje.model.Capabilities;
import io.conserje.model.MediaKind;
import io.conserje.model.OptionLimits;
import io.conserje.model.Pace;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What accounts can carry. */
public final class Accounts {
    private static final long MEGABYTE = 1024 * 1024;

    private static final Pace FAST = new Pace(Duration.ofNanos(1000), 1_000_000);

    /** Whatever a test wants to send, as fast as it likes. */
    public static final Capabilities PLENTIFUL = carrying(Optional.empty(), 4096, FAST, FAST);

    private Accounts() {}

    /** With a window and templates, as WhatsApp has them. */
    public static Capabilities withWindow(Duration window) {
        return carrying(Optional.of(window), 4096, FAST, FAST);
    }

    /** One that takes only so many characters at once. */
    public static Capabilities withTextsOf(int characters) {
        return carrying(Optional.empty(), characters, FAST, FAST);
    }

    /** One whose contacts may be written to only so fast. */
    public static Capabilities withPace(Pace contact) {
        return carrying(Optional.empty(), 4096, FAST, contact);
    }

    /** One that may write only so fast, whoever to. */
    public static Capabilities withAccountPace(Pace account) {
        return carrying(Optional.empty(), 4096, account, FAST);
    }

    private static Capabilities carrying(
            Optional<Duration> window, int characters, Pace account, Pace contact) {
        return new Capabilities(
                window,
                window.isPresent(),
                characters,
                characters,
                1024,
                new OptionLimits(3, 20, 256),
                new OptionLimits(10, 24, 200),
                20,
                each(5 * MEGABYTE),
                each(MEGABYTE),
                true,
                true,
                account,
                contact);
    }

    private static Map<MediaKind, Long> each(long bytes) {
        Map<MediaKind, Long> all = new EnumMap<>(MediaKind.class);
        for (MediaKind kind : MediaKind.values()) {
            all.put(kind, bytes);
        }
        return all;
    }
}
