package io.conserje.engine.fit;

import io.conserje.model.Outgoing.Option;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class Titles {
    private static final String MORE = "…";

    private Titles() {}

    /** Nobody can choose between two options that read the same, and WhatsApp refuses them. */
    static List<Option> fit(List<Option> options, int limit) {
        Set<String> taken = new HashSet<>();
        List<Option> fitted = new ArrayList<>();
        for (Option option : options) {
            fitted.add(new Option(option.id(), unlike(taken, option.title(), limit)));
        }
        return fitted;
    }

    private static String unlike(Set<String> taken, String title, int limit) {
        String unlike = shorten(title, limit);
        for (int n = 2; !taken.add(unlike); n++) {
            String number = " " + n;
            unlike = shorten(title, limit - number.length()) + number;
        }
        return unlike;
    }

    static String shorten(String title, int limit) {
        if (title.length() <= limit) {
            return title;
        }
        String kept = title.strip();
        return kept.length() <= limit
                ? kept
                : kept.substring(0, Graphemes.fitting(kept, limit - MORE.length())).strip() + MORE;
    }
}
