package io.conserje.local.project;

import io.conserje.engine.send.QuietHours;
import io.conserje.engine.send.SendPolicy;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** Reads what a business wants to be held to when it writes first. */
final class SendingReader {
    private static final Duration DAY = Duration.ofDays(1);
    private static final String NONE = "none";

    private final ZoneId zone;

    SendingReader(ZoneId zone) {
        this.zone = zone;
    }

    Optional<SendPolicy> read(Fields root) {
        SendPolicy usual = SendPolicy.usual(zone);
        if (!root.has("sending")) {
            return Optional.of(usual);
        }
        Fields fields = root.fields("sending").only("quiet-hours", "notices-a-day");
        Optional<Optional<QuietHours>> quiet =
                fields.has("quiet-hours")
                        ? fields.value("quiet-hours", SendingReader::quiet)
                        : Optional.of(usual.quiet());
        Optional<Integer> notices =
                fields.has("notices-a-day")
                        ? fields.value("notices-a-day", SendingReader::count)
                        : Optional.of(usual.notices());
        return quiet.flatMap(hours ->
                notices.flatMap(most ->
                        fields.made(fields.place(), () -> new SendPolicy(zone, hours, most, DAY))));
    }

    private static Optional<QuietHours> quiet(String text) {
        if (text.equals(NONE)) {
            return Optional.empty();
        }
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no span of hours: write it like 21:00-08:00, or none");
        }
        return Optional.of(
                new QuietHours(Hours.time(ends[0].strip()), Hours.time(ends[1].strip())));
    }

    private static int count(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no number: write how many, for example 3", e);
        }
    }
}
