package io.conserje.local.eval;

import io.conserje.local.eval.Dialogue.Act;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a customer does: a text, or one of say, burst, choose, tap and wait. */
final class ActReader {
    private static final Pattern WAIT = Pattern.compile("([0-9]+) (day|hour|minute)s?");

    private ActReader() {}

    static Optional<Act> read(Yaml from) {
        if (from.isText()) {
            return from.as(ActReader::say);
        }
        if (from.get("burst").isPresent()) {
            return Optional.of(new Dialogue.Say(from.texts("burst")));
        }
        int times = from.or("repeat", 1, Integer::parseInt);
        Optional<Act> act =
                from.get("say")
                        .flatMap(one -> one.as(text -> say(text.repeat(times))))
                        .or(() -> from.get("choose").flatMap(one -> one.as(ActReader::choose)))
                        .or(() -> from.get("tap").flatMap(one -> one.as(Dialogue.Tap::new)))
                        .or(() -> from.get("wait").flatMap(one -> one.as(ActReader::wait)));
        if (act.isEmpty()) {
            from.fault("expected a text, or say, burst, choose, tap or wait");
        }
        return act;
    }

    private static Act say(String text) {
        return new Dialogue.Say(List.of(text));
    }

    private static Act choose(String text) {
        return new Dialogue.Choose(Integer.parseInt(text));
    }

    private static Act wait(String text) {
        Matcher time = WAIT.matcher(text);
        if (!time.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time to wait: write it like 2 days or 30 minutes");
        }
        long many = Long.parseLong(time.group(1));
        return new Dialogue.Wait(
                switch (time.group(2)) {
                    case "day" -> Duration.ofDays(many);
                    case "hour" -> Duration.ofHours(many);
                    default -> Duration.ofMinutes(many);
                });
    }
}
