package io.conserje.engine.booking;

import io.conserje.engine.Bilingual;
import io.conserje.engine.Business;
import io.conserje.engine.OpeningHours;
import io.conserje.engine.OpeningHours.Span;
import io.conserje.model.AccountRef;
import io.conserje.model.Contact;
import io.conserje.model.ConversationId;
import io.conserje.model.Language;
import io.conserje.model.ProjectId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A practice in Madrid: open 9 to 20, on Saturday 10 to 14. Ruiz has a break from 14 to 16 and does
 * all; Vidal is there from 10 to 12 and does visits; a class is for eight.
 */
final class Practice {
    static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    static final Service VISIT = service("visit", 30, 0, 30, 1);
    static final Service LONG = service("long", 45, 15, 30, 1);
    static final Service CLASS = service("class", 60, 0, 30, 8);
    static final Professional RUIZ =
            who("ruiz", Set.of("visit", "long", "class"), week("09:00-14:00", "16:00-19:00"));
    static final Professional VIDAL = who("vidal", Set.of("visit"), week("10:00-12:00"));
    static final Holiday CHRISTMAS =
            new Holiday(
                    MonthDay.of(12, 25), Optional.empty(), new Bilingual("Navidad", "Christmas"));

    private Practice() {}

    static Business open() {
        Map<DayOfWeek, List<Span>> hours = new EnumMap<>(week("09:00-20:00"));
        hours.put(DayOfWeek.SATURDAY, List.of(span("10:00-14:00")));
        return open(MADRID, hours, List.of(RUIZ, VIDAL));
    }

    static Business open(
            ZoneId zone, Map<DayOfWeek, List<Span>> hours, List<Professional> professionals) {
        return new Business(
                        new ProjectId("practice"),
                        new Bilingual("Consulta", "Practice"),
                        Language.ES,
                        zone,
                        new OpeningHours(hours),
                        List.of())
                .with(
                        new Appointments(
                                List.of(VISIT, LONG, CLASS),
                                professionals,
                                List.of(CHRISTMAS),
                                BookingPolicy.usual()));
    }

    static Service service(String id, int length, int buffer, int step, int capacity) {
        return new Service(
                id,
                new Bilingual(id, id),
                List.of(),
                Duration.ofMinutes(length),
                Duration.ofMinutes(buffer),
                Duration.ofMinutes(step),
                capacity,
                Optional.empty());
    }

    static Professional who(
            String id,
            Set<String> services,
            Map<DayOfWeek, List<Span>> schedule,
            Professional.Absence... away) {
        return new Professional(
                id,
                id,
                List.of(),
                services,
                Set.of(Language.ES),
                new OpeningHours(schedule),
                List.of(away));
    }

    /** Every day of the week but Sunday. */
    static Map<DayOfWeek, List<Span>> week(String... spans) {
        Map<DayOfWeek, List<Span>> week = everyDay(spans);
        week.remove(DayOfWeek.SUNDAY);
        return week;
    }

    static Map<DayOfWeek, List<Span>> everyDay(String... spans) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, Arrays.stream(spans).map(Practice::span).toList());
        }
        return week;
    }

    static Span span(String both) {
        String closes = both.substring(6);
        return new Span(
                LocalTime.parse(both.substring(0, 5)),
                closes.equals("24:00") ? LocalTime.MAX : LocalTime.parse(closes));
    }

    static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(MADRID).toInstant();
    }

    static Customer customer(String phone) {
        AccountRef account = new AccountRef("whatsapp", "practice");
        Contact contact = Contact.ofPhone(phone);
        return new Customer(
                account,
                contact,
                ConversationId.of(new ProjectId("practice"), account, contact),
                Language.ES);
    }

    /** What somebody else has. */
    static DaySheet.Entry taken(Service service, Professional who, String start, int party) {
        return new DaySheet.Entry(
                new BookingId("of " + start),
                Slot.of(service, who.id(), at(start)),
                party,
                "somebody else",
                Optional.empty());
    }

    static DaySheet.Entry held(
            Service service, Professional who, String start, Customer whose, Instant until) {
        return new DaySheet.Entry(
                new BookingId("of " + start),
                Slot.of(service, who.id(), at(start)),
                1,
                Agenda.customer(whose),
                Optional.of(until));
    }

    static Map<DaySheet.Key, DaySheet> sheets(DaySheet.Entry... entries) {
        Map<DaySheet.Key, DaySheet> sheets = new HashMap<>();
        for (DaySheet.Entry entry : entries) {
            for (DaySheet.Key key : new Timetable(open()).sheets(entry.slot())) {
                sheets.merge(
                        key,
                        new DaySheet(key, 1, List.of(entry)),
                        (one, other) ->
                                new DaySheet(
                                        key,
                                        1,
                                        Stream.concat(
                                                        one.entries().stream(),
                                                        other.entries().stream())
                                                .toList()));
            }
        }
        return sheets;
    }
}
