package io.conserje.local.project;

import io.conserje.engine.OpeningHours;
import io.conserje.engine.OpeningHours.Span;
import io.conserje.engine.booking.Professional;
import io.conserje.engine.booking.Professional.Absence;
import io.conserje.model.Language;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads who can be booked, for what and when. */
final class ProfessionalsReader {
    private static final String AS_THE_BUSINESS = "as the business";

    private final Ids ids = new Ids();
    private final Optional<OpeningHours> business;
    private final Set<String> services;
    private final Set<String> done = new HashSet<>();

    /**
     * @param business when it is open; empty when that is at fault itself
     * @param services ids of those that the file names
     */
    ProfessionalsReader(Optional<OpeningHours> business, Set<String> services) {
        this.business = business;
        this.services = services;
    }

    List<Professional> read(Fields root) {
        List<Professional> professionals = new ArrayList<>();
        root.each("professionals")
                .forEach(fields -> professional(fields).ifPresent(professionals::add));
        return professionals;
    }

    /** The services that somebody does, be the rest of them at fault or not. */
    Set<String> done() {
        return done;
    }

    private Optional<Professional> professional(Fields fields) {
        fields.only("id", "name", "words", "services", "languages", "schedule", "breaks", "away");
        Optional<String> id = ids.read(fields);
        Optional<String> name = fields.value("name", ProfessionalsReader::notBlank);
        List<String> words = fields.texts("words");
        List<String> does = fields.values("services", this::known);
        done.addAll(does);
        if (!fields.has("services")) {
            fields.faults()
                    .add(fields.at("services"), "expected a list: what they can be booked for");
        }
        List<Language> languages =
                fields.has("languages")
                        ? fields.values("languages", Languages::read)
                        : List.of(Language.values());
        OpeningHours schedule = schedule(fields);
        List<Absence> away = fields.values("away", Dates::absence);
        return id.flatMap(it ->
                name.map(named ->
                        new Professional(
                                it,
                                named,
                                words,
                                Set.copyOf(does),
                                Set.copyOf(languages),
                                schedule,
                                away)));
    }

    private static String notBlank(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("expected a text");
        }
        return name;
    }

    private String known(String service) {
        if (!services.contains(service)) {
            throw new IllegalArgumentException(
                    "there is no service '"
                            + service
                            + "'; there are "
                            + String.join(", ", services));
        }
        return service;
    }

    private OpeningHours schedule(Fields fields) {
        int before = fields.faults().count();
        OpeningHours whole = whole(fields);
        Function<DayOfWeek, List<Span>> breaks = breaks(fields);
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        whole.week()
                .forEach((day, spans) -> {
                    List<Span> left = Hours.without(spans, breaks.apply(day));
                    if (!left.isEmpty()) {
                        week.put(day, left);
                    }
                });
        if (week.isEmpty() && business.isPresent() && fields.faults().count() == before) {
            fields.faults()
                    .add(fields.at("schedule"), "is never there: give hours on a day at least");
        }
        return new OpeningHours(week);
    }

    private OpeningHours whole(Fields fields) {
        if (!fields.has("schedule") || fields.hasText("schedule")) {
            fields.value("schedule", AS_THE_BUSINESS, ProfessionalsReader::asTheBusiness);
            return business.orElseGet(() -> new OpeningHours(Map.of()));
        }
        Fields days = fields.fields("schedule");
        OpeningHours schedule = Hours.read(days);
        business.ifPresent(open ->
                schedule.week()
                        .forEach((day, spans) -> requireOpen(open.on(day), day, spans, days)));
        return schedule;
    }

    private static void requireOpen(List<Span> open, DayOfWeek day, List<Span> spans, Fields days) {
        if (!Hours.without(spans, open).isEmpty()) {
            days.faults().add(days.at(Hours.name(day)), outside(open, spans));
        }
    }

    private static String outside(List<Span> open, List<Span> spans) {
        return Hours.told(spans)
                + (open.isEmpty()
                        ? " is on a day when the business is closed"
                        : " is outside of the business's hours, which are " + Hours.told(open));
    }

    private static String asTheBusiness(String text) {
        if (!text.strip().equals(AS_THE_BUSINESS)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no schedule: write hours by day, or: " + AS_THE_BUSINESS);
        }
        return text;
    }

    /** By day, or a list for every day. */
    private static Function<DayOfWeek, List<Span>> breaks(Fields fields) {
        if (!fields.has("breaks")) {
            return day -> List.of();
        }
        if (fields.hasList("breaks")) {
            List<Span> daily = fields.values("breaks", Hours::span);
            return day -> daily;
        }
        return Hours.read(fields.fields("breaks"))::on;
    }
}
