package io.conserje.testkit;

import static io.conserje.testkit.Businesses.span;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import io.conserje.engine.Bilingual;
import io.conserje.engine.Business;
import io.conserje.engine.OpeningHours;
import io.conserje.engine.OpeningHours.Span;
import io.conserje.engine.booking.Appointments;
import io.conserje.engine.booking.BookingPolicy;
import io.conserje.engine.booking.Holiday;
import io.conserje.engine.booking.Professional;
import io.conserje.engine.booking.Service;
import io.conserje.model.Language;
import io.conserje.model.ProjectId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Businesses that can be booked: a dental clinic in Madrid, a language school in Mexico City. */
public final class Clinics {
    public static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    public static final ZoneId MEXICO = ZoneId.of("America/Mexico_City");
    public static final ProjectId SCHOOL = new ProjectId("school");

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(MONDAY, FRIDAY);

    private Clinics() {}

    /** A moment by the clock on the clinic's wall. */
    public static Instant inMadrid(String time) {
        return LocalDateTime.parse(time).atZone(MADRID).toInstant();
    }

    /** A moment by the clock on the school's wall. */
    public static Instant inMexico(String time) {
        return LocalDateTime.parse(time).atZone(MEXICO).toInstant();
    }

    public static Business clinic() {
        Map<DayOfWeek, List<Span>> hours = on(WEEKDAYS, span("09:00", "20:00"));
        hours.put(SATURDAY, List.of(span("10:00", "14:00")));
        return new Business(
                        Businesses.CLINIC,
                        new Bilingual("Clínica Los Robles", "Los Robles Clinic"),
                        Language.ES,
                        MADRID,
                        new OpeningHours(hours),
                        Businesses.clinic().topics())
                .with(
                        new Appointments(
                                treatments(), dentists(), spanishHolidays(), clinicPolicy()));
    }

    private static List<Service> treatments() {
        return List.of(
                service("cleaning", "Limpieza dental", "Dental cleaning", 30, 0, 30, 1, "60 €")
                        .called("limpieza", "profilaxis", "sarro", "cleaning", "scale and polish"),
                service("checkup", "Revisión", "Check-up", 30, 0, 30, 1, "40 €")
                        .called("revision", "chequeo", "control", "consulta", "checkup", "exam"),
                service("filling", "Empaste", "Filling", 45, 15, 30, 1, "80 €")
                        .called("empaste", "caries", "calza", "filling", "cavity"),
                service("whitening", "Blanqueamiento", "Whitening", 60, 0, 60, 1, "250 €")
                        .called("blanqueamiento", "blanquear", "whitening", "whiten"),
                service("orthodontics", "Ortodoncia", "Orthodontics", 45, 15, 30, 1, "90 €")
                        .called("ortodoncia", "brackets", "aparato", "braces", "orthodontist"));
    }

    private static List<Professional> dentists() {
        Map<DayOfWeek, List<Span>> hygienist =
                on(EnumSet.range(TUESDAY, FRIDAY), span("12:00", "20:00"));
        hygienist.put(SATURDAY, List.of(span("10:00", "14:00")));
        return List.of(
                professional(
                        "ruiz",
                        "Dra. Elena Ruiz",
                        Set.of("cleaning", "checkup", "filling"),
                        Set.of(Language.ES, Language.EN),
                        on(WEEKDAYS, span("09:00", "14:00"), span("16:00", "19:00"))),
                professional(
                        "vidal",
                        "Dr. Marc Vidal",
                        Set.of("checkup", "filling", "orthodontics"),
                        Set.of(Language.ES),
                        on(
                                EnumSet.of(MONDAY, WEDNESDAY, FRIDAY),
                                span("10:00", "14:00"),
                                span("15:00", "20:00"))),
                professional(
                        "soto",
                        "Lucía Soto",
                        Set.of("cleaning", "whitening"),
                        Set.of(Language.ES, Language.EN),
                        hygienist));
    }

    private static List<Holiday> spanishHolidays() {
        return List.of(
                yearly("01-01", "Año Nuevo", "New Year's Day"),
                yearly("01-06", "Reyes", "Epiphany"),
                yearly("05-01", "Día del Trabajo", "Labour Day"),
                yearly("08-15", "Asunción", "Assumption"),
                yearly("10-12", "Fiesta Nacional", "National Day"),
                yearly("11-01", "Todos los Santos", "All Saints' Day"),
                yearly("12-06", "Constitución", "Constitution Day"),
                yearly("12-08", "Inmaculada", "Immaculate Conception"),
                yearly("12-25", "Navidad", "Christmas"),
                once("2026-04-03", "Viernes Santo", "Good Friday"));
    }

    private static BookingPolicy clinicPolicy() {
        return new BookingPolicy(
                Duration.ofHours(1),
                Duration.ofHours(24),
                60,
                3,
                Duration.ofMinutes(10),
                Duration.ofMinutes(30),
                List.of(Duration.ofHours(24), Duration.ofHours(2)),
                Optional.empty(),
                Map.of("es", "cita_recordatorio", "en", "appointment_reminder"));
    }

    public static Business school() {
        Map<DayOfWeek, List<Span>> hours = on(WEEKDAYS, span("08:00", "21:00"));
        hours.put(SATURDAY, List.of(span("09:00", "15:00")));
        return new Business(
                        SCHOOL,
                        new Bilingual("Escuela Puente", "Puente Language School"),
                        Language.ES,
                        MEXICO,
                        new OpeningHours(hours),
                        Businesses.clinic().topics())
                .with(new Appointments(classes(), teachers(), mexicanHolidays(), schoolPolicy()));
    }

    private static List<Service> classes() {
        return List.of(
                service("placement", "Examen de nivel", "Placement test", 30, 0, 30, 1, "gratis")
                        .called("prueba de nivel", "diagnóstico", "level test", "assessment"),
                service("private", "Clase particular", "Private lesson", 60, 0, 60, 1, "$450 MXN")
                        .called("clase individual", "particular", "private class", "tutoring"),
                service(
                                "conversation",
                                "Club de conversación",
                                "Conversation club",
                                90,
                                0,
                                30,
                                8,
                                "$180 MXN")
                        .called("club", "conversación", "grupo", "conversation", "group class"),
                service("trial", "Clase de prueba", "Trial class", 60, 0, 60, 4, "gratis")
                        .called("clase muestra", "prueba gratis", "trial", "free class"));
    }

    private static List<Professional> teachers() {
        Set<Language> both = Set.of(Language.ES, Language.EN);
        Map<DayOfWeek, List<Span>> javier = on(WEEKDAYS, span("14:00", "21:00"));
        javier.put(SATURDAY, List.of(span("09:00", "15:00")));
        Map<DayOfWeek, List<Span>> sofia =
                on(EnumSet.of(MONDAY, WEDNESDAY, FRIDAY), span("16:00", "21:00"));
        sofia.put(SATURDAY, List.of(span("09:00", "15:00")));
        return List.of(
                professional(
                        "emily",
                        "Emily Carter",
                        Set.of("placement", "private", "conversation", "trial"),
                        both,
                        on(WEEKDAYS, span("08:00", "14:00"))),
                professional("javier", "Javier Luna", Set.of("placement", "private"), both, javier),
                professional(
                        "sofia",
                        "Sofía Méndez",
                        Set.of("private", "conversation", "trial"),
                        both,
                        sofia));
    }

    private static List<Holiday> mexicanHolidays() {
        return List.of(
                yearly("01-01", "Año Nuevo", "New Year's Day"),
                yearly("05-01", "Día del Trabajo", "Labour Day"),
                yearly("09-16", "Independencia", "Independence Day"),
                yearly("12-25", "Navidad", "Christmas"),
                once("2026-11-16", "Revolución", "Revolution Day"),
                once("2026-02-02", "Constitución", "Constitution Day"),
                once("2026-03-16", "Natalicio de Juárez", "Juárez's birthday"));
    }

    private static BookingPolicy schoolPolicy() {
        return new BookingPolicy(
                Duration.ofHours(2),
                Duration.ofHours(12),
                30,
                4,
                Duration.ofMinutes(10),
                Duration.ofMinutes(20),
                List.of(Duration.ofHours(24)),
                Optional.empty(),
                Map.of("es", "clase_recordatorio", "en", "class_reminder"));
    }

    /** A service that still wants its words. */
    private record Unnamed(Service service) {
        Service called(String... words) {
            return new Service(
                    service.id(),
                    service.name(),
                    List.of(words),
                    service.length(),
                    service.buffer(),
                    service.step(),
                    service.capacity(),
                    service.price());
        }
    }

    private static Unnamed service(
            String id,
            String es,
            String en,
            int length,
            int buffer,
            int step,
            int capacity,
            String price) {
        return new Unnamed(
                new Service(
                        id,
                        new Bilingual(es, en),
                        List.of(),
                        Duration.ofMinutes(length),
                        Duration.ofMinutes(buffer),
                        Duration.ofMinutes(step),
                        capacity,
                        Optional.of(
                                new Bilingual(price, price.equals("gratis") ? "free" : price))));
    }

    private static Professional professional(
            String id,
            String name,
            Set<String> services,
            Set<Language> languages,
            Map<DayOfWeek, List<Span>> schedule) {
        return new Professional(
                id, name, List.of(), services, languages, new OpeningHours(schedule), List.of());
    }

    private static Map<DayOfWeek, List<Span>> on(Set<DayOfWeek> days, Span... spans) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> week.put(day, List.of(spans)));
        return week;
    }

    private static Holiday yearly(String day, String es, String en) {
        return new Holiday(MonthDay.parse("--" + day), Optional.empty(), new Bilingual(es, en));
    }

    private static Holiday once(String day, String es, String en) {
        LocalDate date = LocalDate.parse(day);
        return new Holiday(MonthDay.from(date), Optional.of(date.getYear()), new Bilingual(es, en));
    }
}
