package io.conserje.engine;

import io.conserje.engine.send.SendPolicy;
import io.conserje.model.Language;
import io.conserje.model.ProjectId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The profile that a business's answers come from.
 *
 * @param language what it speaks to somebody whose language is not known yet
 * @param topics in the order of the menu
 * @param sending what it wants to be held to when it writes first
 */
public record Business(
        ProjectId project,
        Bilingual name,
        Language language,
        ZoneId zone,
        OpeningHours hours,
        List<Topic> topics,
        SendPolicy sending) {

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
        this(project, name, language, zone, hours, topics, SendPolicy.usual(zone));
    }

    public Optional<Topic> topic(String id) {
        return topics.stream().filter(topic -> topic.id().equals(id)).findFirst();
    }
}
