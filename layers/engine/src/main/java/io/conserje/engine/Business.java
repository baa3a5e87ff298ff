package io.conserje.engine;

import io.conserje.engine.booking.Appointments;
import io.conserje.engine.send.SendPolicy;
import io.conserje.model.Language;
import io.conserje.model.ProjectId;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The profile that a business's answers come from.
 *
 * @param language what it speaks to somebody whose language is not known yet
 * @param topics in the order of the menu
 * @param sending what it wants to be held to when it writes first
 * @param locale of where it is, for example {@code es-ES}: tells whether 3/4 is in April or in
 *     March
 * @param appointments what can be booked
 */
public record Business(
        ProjectId project,
        Bilingual name,
        Language language,
        ZoneId zone,
        OpeningHours hours,
        List<Topic> topics,
        SendPolicy sending,
        Locale locale,
        Appointments appointments) {

    /** Those that write the month before the day. */
    private static final Set<String> MONTH_FIRST = Set.of("US", "PH", "FM", "MH", "PW");

    /** The topic whose answer is the opening hours; its answer's text stands before them. */
    public static final String HOURS = "hours";

    public Business {
        topics = List.copyOf(topics);
    }

    /** A business that wants of its sending what is usual. */
    public Business(
            ProjectId project,
            Bilingual name,
            Language language,
            ZoneId zone,
            OpeningHours hours,
            List<Topic> topics) {
        this(
                project,
                name,
                language,
                zone,
                hours,
                topics,
                SendPolicy.usual(zone),
                language.locale(),
                Appointments.none());
    }

    /** The same business, with these to book. */
    public Business with(Appointments others) {
        return new Business(project, name, language, zone, hours, topics, sending, locale, others);
    }

    /** The same business as another project. */
    public Business of(ProjectId other) {
        return new Business(
                other, name, language, zone, hours, topics, sending, locale, appointments);
    }

    /** Whether 3/4 is the third of April. */
    public boolean writesDayFirst() {
        return !MONTH_FIRST.contains(locale.getCountry());
    }

    public Optional<Topic> topic(String id) {
        return topics.stream().filter(topic -> topic.id().equals(id)).findFirst();
    }
}
