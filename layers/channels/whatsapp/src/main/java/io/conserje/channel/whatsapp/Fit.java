package io.conserje.channel.whatsapp;

import io.conserje.model.Outgoing;
import io.conserje.model.Outgoing.Ask;
import io.conserje.model.Outgoing.Option;
import java.util.ArrayList;
import java.util.List;

/** Cuts content to the limits. What fits already stays as it is, so cutting twice cuts nothing. */
final class Fit {
    private Fit() {}

    static List<Outgoing> fit(Outgoing content) {
        return switch (content) {
            case Outgoing.Say say -> says(say.text());
            case Ask ask -> asks(ask);
        };
    }

    private static List<Outgoing> says(String text) {
        return Split.into(text, Limits.TEXT).stream().<Outgoing>map(Outgoing.Say::new).toList();
    }

    /** Only the end of a long text stands over the options: that is where the question is. */
    private static List<Outgoing> asks(Ask ask) {
        String question = Split.into(ask.text(), Limits.QUESTION).getLast();
        List<Outgoing> parts = new ArrayList<>(says(before(question, ask.text())));
        for (List<Option> options : tens(ask.options())) {
            parts.add(new Ask(question, opener(ask, options), Titles.fit(options)));
        }
        return List.copyOf(parts);
    }

    private static String before(String question, String text) {
        return text.substring(0, text.lastIndexOf(question)).strip();
    }

    private static String opener(Ask ask, List<Option> options) {
        return Limits.areButtons(options)
                ? ask.opener()
                : Titles.shorten(ask.opener(), Limits.OPENER);
    }

    /** A further list repeats the question: WhatsApp has no options without a text. */
    private static List<List<Option>> tens(List<Option> options) {
        List<List<Option>> tens = new ArrayList<>();
        for (int from = 0; from < options.size(); from += Limits.ROWS) {
            tens.add(options.subList(from, Math.min(from + Limits.ROWS, options.size())));
        }
        return tens;
    }
}
