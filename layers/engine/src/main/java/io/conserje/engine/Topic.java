package io.conserje.engine;

import io.conserje.model.Outgoing;
import java.util.List;

/**
 * Something the business can answer about itself.
 *
 * @param id what a button or a list row carries, for example {@code parking}
 * @param title what the button or the row says
 * @param words further words that ask for it, in whichever language, beside the well-known ones for
 *     this id
 * @param shows what is shown after the answer: a place on the map, a file
 */
public record Topic(
        String id, Bilingual title, Bilingual answer, List<String> words, List<Outgoing> shows) {
    public Topic {
        words = List.copyOf(words);
        shows = List.copyOf(shows);
    }

    /** A topic that is told and not shown. */
    public Topic(String id, Bilingual title, Bilingual answer, List<String> words) {
        this(id, title, answer, words, List.of());
    }
}
