package io.conserje.local.bench;

import io.conserje.engine.PhraseBook;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.SlotInWords;
import io.conserje.local.bench.BookingTold.Booked;
import io.conserje.local.emulator.Option;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.model.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the desk's answers as a customer does, by the phrases that it has. */
final class BookingReader {
    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    private final Map<String, List<Pattern>> phrases = new HashMap<>();
    private final Map<String, Instant> starts = new HashMap<>();

    BookingReader(PhraseBook book, BookingScene scene) {
        for (Language language : Language.values()) {
            SlotInWords words = new SlotInWords(language, BookingScene.ZONE);
            scene.starts().forEach(start -> starts.put(words.when(start), start));
            book.phrases()
                    .getOrDefault(language, Map.of())
                    .forEach((key, phrase) ->
                            phrases.computeIfAbsent(key, it -> new ArrayList<>())
                                    .add(pattern(phrase)));
        }
    }

    private static Pattern pattern(String phrase) {
        StringBuilder pattern = new StringBuilder();
        Matcher names = NAME.matcher(phrase);
        int from = 0;
        while (names.find()) {
            pattern.append(Pattern.quote(phrase.substring(from, names.start())));
            pattern.append(
                    switch (names.group(1)) {
                        case "code" -> "(?<code>[^\\s.)]+)";
                        case "when" -> "(?<when>.+?)";
                        default -> ".+?";
                    });
            from = names.end();
        }
        return Pattern.compile(pattern + Pattern.quote(phrase.substring(from)));
    }

    /**
     * @throws IllegalStateException for an answer that no customer of this scene expects
     */
    BookingHeard read(PhoneLine line) {
        List<Booked> done = all("book.done", line);
        List<Booked> moved = all("book.moved", line);
        List<String> times =
                line.options().stream()
                        .map(Option::id)
                        .filter(id -> id.startsWith("slot:"))
                        .toList();
        if (!done.isEmpty()) {
            return new BookingHeard.Done(done.getFirst());
        } else if (!moved.isEmpty()) {
            return new BookingHeard.Moved(moved.getFirst());
        } else if (says("cancel.done", line)) {
            return new BookingHeard.Cancelled();
        } else if (says("book.sure", line) || says("change.sure", line)) {
            return new BookingHeard.SummedUp();
        } else if (says("cancel.sure", line)) {
            return new BookingHeard.Sure();
        } else if (says("bookings.none", line)) {
            return new BookingHeard.Listed(List.of());
        } else if (!times.isEmpty()) {
            return new BookingHeard.Offered(times);
        } else if (says("book.none-at-all", line) || says("book.nothing-near", line)) {
            return new BookingHeard.Full();
        }
        List<Booked> listed = all("bookings.line", line);
        if (listed.isEmpty()) {
            throw new IllegalStateException(
                    "nobody expects the answer '" + line.text() + "' " + line.options());
        }
        return new BookingHeard.Listed(listed);
    }

    /**
     * What the customer is said to have; what they were asked before may be asked again after it.
     */
    List<Booked> listed(PhoneLine line) {
        List<Booked> listed = all("bookings.line", line);
        if (listed.isEmpty() && !says("bookings.none", line)) {
            throw new IllegalStateException("'" + line.text() + "' tells nothing of bookings");
        }
        return listed;
    }

    boolean says(String key, PhoneLine line) {
        return phrases.getOrDefault(key, List.of()).stream()
                .anyMatch(phrase -> phrase.matcher(line.text()).find());
    }

    private List<Booked> all(String key, PhoneLine line) {
        return phrases.getOrDefault(key, List.of()).stream()
                .flatMap(phrase -> phrase.matcher(line.text()).results())
                .map(match -> booked(match, line))
                .toList();
    }

    private Booked booked(MatchResult match, PhoneLine line) {
        return Optional.ofNullable(starts.get(match.group("when")))
                .map(start -> new Booked(new BookingId(match.group("code")), start))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "there is no such time in '" + line.text() + "'"));
    }
}
