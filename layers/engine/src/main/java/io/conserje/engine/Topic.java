package io.conserje.engine;

import java.util.List;

/**
 * Something the business can answer about itself.
 *
 * @param id what a button or a list row carries, for example {@code parking}
 * @param title what the button or the row says
 * @param words further words that ask for it, in whichever language, beside the well-known ones for
 *     this id
 */
public record Topic(String id, Bilingual title, Bilingual answer, List<String> words) {
    public Topic {
        words = List.copyOf(words);
    }
}
