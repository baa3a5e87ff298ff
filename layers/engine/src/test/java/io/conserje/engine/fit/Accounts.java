package io.conserje.engine.fit;

import io.conserje.model.Capabilities;
import io.conserje.model.MediaKind;
import io.conserje.model.OptionLimits;
import io.conserje.model.Outgoing.Ask;
import io.conserje.model.Outgoing.Option;
import io.conserje.model.Pace;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What accounts can carry: one with much, one with next to nothing. */
final class Accounts {
    private static final long MEGABYTE = 1024 * 1024;

    static final Capabilities WHATSAPP =
            new Capabilities(
                    Optional.of(Duration.ofHours(24)),
                    true,
                    4096,
                    1024,
                    1024,
                    new OptionLimits(3, 20, 256),
                    new OptionLimits(10, 24, 200),
                    20,
                    Map.of(MediaKind.IMAGE, 5 * MEGABYTE, MediaKind.DOCUMENT, 100 * MEGABYTE),
                    Map.of(),
                    true,
                    true,
                    Pace.perSecond(80),
                    new Pace(Duration.ofSeconds(6), 45));

    static final Capabilities TEXT_ONLY =
            new Capabilities(
                    Optional.empty(),
                    false,
                    160,
                    160,
                    0,
                    OptionLimits.NONE,
                    OptionLimits.NONE,
                    0,
                    Map.of(),
                    Map.of(),
                    false,
                    false,
                    Pace.perSecond(1),
                    Pace.perSecond(1));

    private Accounts() {}

    static Ask ask(int options) {
        return new Ask(
                "¿A qué hora?",
                "Ver horas",
                IntStream.rangeClosed(1, options)
                        .mapToObj(i -> new Option("slot-" + i, "A las " + i))
                        .toList());
    }
}
