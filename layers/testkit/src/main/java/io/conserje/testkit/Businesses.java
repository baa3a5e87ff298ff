package io.conserje.testkit;

import io.conserje.engine.Bilingual;
import io.conserje.engine.Business;
import io.conserje.engine.OpeningHours;
import io.conserje.engine.OpeningHours.Span;
import io.conserje.engine.Topic;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.Language;
import io.conserje.model.ProjectId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Businesses to talk to. */
public final class Businesses {
    public static final ProjectId CLINIC = new ProjectId("clinica");
    public static final AccountRef ACCOUNT = new AccountRef(ScriptedChannel.NAME, "clinica");
    public static final ZoneId ZONE = ZoneId.of("America/Panama");

    private Businesses() {}

    /** Monday to Friday from 8 to 18, Saturday from 9 to 13, five hours behind Greenwich. */
    public static Business clinic() {
        return clinicOpen(week());
    }

    /** The clinic's profile under another project. */
    public static Business clinicOf(ProjectId project) {
        return clinic(project, week());
    }

    public static Business clinicOpen(Map<DayOfWeek, List<Span>> week) {
        return clinic(CLINIC, week);
    }

    private static Business clinic(ProjectId project, Map<DayOfWeek, List<Span>> week) {
        return new Business(
                project,
                new Bilingual("Clínica Los Robles", "Los Robles Clinic"),
                Language.ES,
                ZONE,
                new OpeningHours(week),
                List.of(
                        topic("hours", "Horario", "Opening hours", "Abrimos:", "We open:"),
                        topic("address", "Dirección", "Address", "Calle 50.", "50th Street."),
                        topic("prices", "Precios", "Prices", "Consulta: B/. 40", "Visit: $40"),
                        topic(
                                "parking",
                                "Estacionamiento",
                                "Parking",
                                "Es gratis.",
                                "It is free.")));
    }

    /** The clinic's account on the {@link ScriptedChannel}. */
    public static Account account() {
        return new Account(CLINIC, ACCOUNT, Map.of());
    }

    public static Span span(String opens, String closes) {
        return new Span(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static Map<DayOfWeek, List<Span>> week() {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(span("08:00", "18:00")));
        }
        week.put(DayOfWeek.SATURDAY, List.of(span("09:00", "13:00")));
        week.remove(DayOfWeek.SUNDAY);
        return week;
    }

    private static Topic topic(
            String id, String titleEs, String titleEn, String answerEs, String answerEn) {
        return new Topic(
                id, new Bilingual(titleEs, titleEn), new Bilingual(answerEs, answerEn), List.of());
    }
}
