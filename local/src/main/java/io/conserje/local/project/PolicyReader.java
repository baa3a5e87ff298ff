package io.conserje.local.project;

import io.conserje.engine.Bilingual;
import io.conserje.engine.booking.BookingPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what the business wants bookings to be held to. */
final class PolicyReader {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration MONTH = Duration.ofDays(30);

    private final Set<String> templates;

    /**
     * @param templates those that the file's accounts have, as name/language
     */
    PolicyReader(Set<String> templates) {
        this.templates = templates;
    }

    Optional<BookingPolicy> read(Fields root) {
        BookingPolicy usual = BookingPolicy.usual();
        if (!root.has("policies")) {
            return Optional.of(usual);
        }
        Fields fields =
                root.fields("policies")
                        .only(
                                "notice-to-book",
                                "notice-to-cancel",
                                "days-ahead",
                                "open-bookings",
                                "hold-for",
                                "offer-for",
                                "remind-before",
                                "deposit",
                                "reminder-templates");
        Duration toBook =
                length(fields, "notice-to-book", usual.noticeToBook(), Duration.ZERO, MONTH);
        int daysAhead =
                fields.value("days-ahead", usual.daysAhead(), Numbers.between(1, 365))
                        .orElse(usual.daysAhead());
        if (toBook.compareTo(Duration.ofDays(daysAhead)) >= 0) {
            fields.faults()
                    .add(
                            fields.at("notice-to-book"),
                            "nothing could be booked: days-ahead is " + daysAhead);
        }
        return Optional.of(
                new BookingPolicy(
                        toBook,
                        length(
                                fields,
                                "notice-to-cancel",
                                usual.noticeToCancel(),
                                Duration.ZERO,
                                MONTH),
                        daysAhead,
                        fields.value("open-bookings", usual.openBookings(), Numbers.between(1, 100))
                                .orElse(usual.openBookings()),
                        length(fields, "hold-for", usual.holdFor(), MINUTE, DAY),
                        length(fields, "offer-for", usual.offerFor(), MINUTE, DAY),
                        reminders(fields, usual.remindBefore()),
                        deposit(fields),
                        reminderTemplates(fields)));
    }

    /** The usual one in the place of one at fault: the file is refused anyway. */
    private static Duration length(
            Fields fields, String name, Duration usual, Duration least, Duration most) {
        return fields.value(name, usual, Lengths.between(least, most)).orElse(usual);
    }

    private static List<Duration> reminders(Fields fields, List<Duration> usual) {
        if (!fields.has("remind-before")) {
            return usual;
        }
        List<Duration> all = fields.values("remind-before", Lengths.between(MINUTE, MONTH));
        if (new HashSet<>(all).size() < all.size()) {
            fields.faults().add(fields.at("remind-before"), "one of them stands twice");
        }
        return all;
    }

    private static Optional<Bilingual> deposit(Fields fields) {
        return fields.has("deposit") ? fields.bilingualOrOne("deposit") : Optional.empty();
    }

    private Map<String, String> reminderTemplates(Fields fields) {
        if (!fields.has("reminder-templates")) {
            return Map.of();
        }
        Fields names = fields.fields("reminder-templates").only("es", "en");
        Map<String, String> found = new HashMap<>();
        for (String language : names.names()) {
            names.value(language, name -> known(name, language))
                    .ifPresent(name -> found.put(language, name));
        }
        return found;
    }

    private String known(String name, String language) {
        if (!templates.contains(name + "/" + language)) {
            throw new IllegalArgumentException(
                    "no account has a template '" + name + "' whose language is " + language);
        }
        return name;
    }
}
