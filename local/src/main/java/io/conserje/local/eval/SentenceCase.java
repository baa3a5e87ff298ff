package io.conserje.local.eval;

import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.model.Language;
import java.util.List;

/**
 * A sentence and what is wanted with it.
 *
 * @param region where people write so: {@code es} Spain, {@code mx} Mexico, {@code ar} Argentina,
 *     {@code us}, {@code uk}
 * @param asked what the desk has just asked for
 * @param intents each of which is right, the main one first; {@code none} where nothing should be
 *     understood
 */
public record SentenceCase(
        String id,
        Language language,
        Part part,
        String region,
        Asked asked,
        List<String> intents,
        String project,
        String text) {
    public static final String NONE = "none";

    public SentenceCase {
        intents = List.copyOf(intents);
    }
}
