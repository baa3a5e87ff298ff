package io.conserje.engine.send;

import io.conserje.model.Capabilities;
import io.conserje.model.DailyCaps;
import io.conserje.model.MediaKind;
import io.conserje.model.OptionLimits;
import io.conserje.model.Pace;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** What stays the same through a history: what the business wants and the account can carry. */
record World(SendPolicy policy, Capabilities can) {

    /** With and without daylight saving, north and south, over midnight and by half an hour. */
    static final List<ZoneId> ZONES =
            List.of(
                    ZoneId.of("Europe/Madrid"),
                    ZoneId.of("America/Panama"),
                    ZoneId.of("America/Tijuana"),
                    ZoneId.of("America/Santiago"),
                    ZoneId.of("Africa/Cairo"),
                    ZoneId.of("Australia/Lord_Howe"));

    /** All begin and end with a quarter of an hour, by which the oracle's clock goes. */
    static final List<Optional<QuietHours>> QUIET =
            List.of(
                    Optional.empty(),
                    quiet("21:00", "08:00"),
                    quiet("22:30", "02:30"),
                    quiet("23:00", "00:30"),
                    quiet("02:30", "09:15"),
                    quiet("13:00", "15:45"));

    private static final List<Duration> PERIODS =
            List.of(Duration.ofHours(1), Duration.ofHours(12), Duration.ofDays(1));
    private static final List<Pace> CONTACT =
            List.of(Pace.perSecond(20), new Pace(Duration.ofSeconds(6), 2), minutely(1));
    private static final List<Pace> ACCOUNT =
            List.of(Pace.perSecond(30), new Pace(Duration.ofSeconds(10), 3), minutely(2));
    private static final Optional<Duration> DAY = Optional.of(Duration.ofHours(24));

    static World of(SplittableRandom random) {
        return new World(
                new SendPolicy(any(ZONES, random), any(QUIET, random), cap(random), period(random)),
                can(random));
    }

    private static int cap(SplittableRandom random) {
        return random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3);
    }

    private static Duration period(SplittableRandom random) {
        return any(PERIODS, random);
    }

    private static Capabilities can(SplittableRandom random) {
        Pace account = any(ACCOUNT, random);
        Pace contact = any(CONTACT, random);
        return switch (random.nextInt(7)) {
            case 0 -> poor(Optional.empty(), account, contact);
            case 1 -> poor(DAY, account, contact);
            case 2 -> rich(Optional.empty(), true, account, contact);
            case 3 -> poor(Optional.empty(), account, contact).withDaily(caps(random));
            default -> rich(DAY, true, account, contact);
        };
    }

    private static DailyCaps caps(SplittableRandom random) {
        int firsts = random.nextInt(1, 4);
        int unasked = firsts + random.nextInt(1, 4);
        return new DailyCaps(unasked + random.nextInt(1, 6), unasked, firsts);
    }

    private static Capabilities rich(
            Optional<Duration> window, boolean templates, Pace account, Pace contact) {
        return new Capabilities(
                window,
                templates,
                320,
                80,
                40,
                new OptionLimits(3, 20, 256),
                new OptionLimits(10, 24, 200),
                20,
                Map.of(MediaKind.IMAGE, 5_000_000L, MediaKind.DOCUMENT, 100_000_000L),
                Map.of(),
                true,
                true,
                account,
                contact);
    }

    private static Capabilities poor(Optional<Duration> window, Pace account, Pace contact) {
        return new Capabilities(
                window,
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
                account,
                contact);
    }

    private static Pace minutely(int burst) {
        return new Pace(Duration.ofMinutes(1), burst);
    }

    private static Optional<QuietHours> quiet(String from, String to) {
        return Optional.of(new QuietHours(LocalTime.parse(from), LocalTime.parse(to)));
    }

    static <T> T any(List<T> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }
}
