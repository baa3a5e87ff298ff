package io.conserje.channel.whatsapp;

import io.conserje.model.Outgoing;
import io.conserje.model.Outgoing.Ask;
import io.conserje.model.Outgoing.Option;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What one message may hold (developers.facebook.com/docs/whatsapp/cloud-api/reference/messages).
 */
final class Limits {
    static final int TEXT = 4096;
    static final int QUESTION = 1024;
    static final int ROWS = 10;
    static final int OPENER = 20;

    private static final int BUTTONS = 3;
    private static final int BUTTON_TITLE = 20;
    private static final int BUTTON_ID = 256;
    private static final int ROW_TITLE = 24;
    private static final int ROW_ID = 200;

    private static final List<Function<Ask, Optional<String>>> BREACHES =
            List.of(
                    Limits::questionIsTooLong,
                    Limits::optionsAreTooMany,
                    Limits::openerIsTooLong,
                    Limits::titleIsTooLong,
                    Limits::idIsTooLong,
                    Limits::idIsRepeated);

    private Limits() {}

    /** Few options are buttons, more are a list, and each has its own limits. */
    static boolean areButtons(List<Option> options) {
        return options.size() <= BUTTONS;
    }

    static int title(List<Option> options) {
        return areButtons(options) ? BUTTON_TITLE : ROW_TITLE;
    }

    private static int id(List<Option> options) {
        return areButtons(options) ? BUTTON_ID : ROW_ID;
    }

    /** The first limit that content breaks, naming the field and never its value. */
    static Optional<String> breach(Outgoing content) {
        return switch (content) {
            case Outgoing.Say say -> tooLong("text", say.text(), TEXT);
            case Ask ask -> BREACHES.stream().flatMap(rule -> rule.apply(ask).stream()).findFirst();
        };
    }

    private static Optional<String> questionIsTooLong(Ask ask) {
        return tooLong("text", ask.text(), QUESTION);
    }

    private static Optional<String> optionsAreTooMany(Ask ask) {
        int count = ask.options().size();
        return count > ROWS
                ? Optional.of("options are " + count + ": WhatsApp takes at most " + ROWS)
                : Optional.empty();
    }

    private static Optional<String> openerIsTooLong(Ask ask) {
        return areButtons(ask.options())
                ? Optional.empty()
                : tooLong("opener", ask.opener(), OPENER);
    }

    private static Optional<String> titleIsTooLong(Ask ask) {
        return anyTooLong(ask, "title", Option::title, title(ask.options()));
    }

    private static Optional<String> idIsTooLong(Ask ask) {
        return anyTooLong(ask, "id", Option::id, id(ask.options()));
    }

    private static Optional<String> idIsRepeated(Ask ask) {
        long different = ask.options().stream().map(Option::id).distinct().count();
        return different < ask.options().size()
                ? Optional.of("id of an option is there twice: WhatsApp wants them different")
                : Optional.empty();
    }

    private static Optional<String> anyTooLong(
            Ask ask, String field, Function<Option, String> value, int limit) {
        return IntStream.range(0, ask.options().size())
                .mapToObj(i ->
                        tooLong(
                                field + " of option " + (i + 1),
                                value.apply(ask.options().get(i)),
                                limit))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> tooLong(String field, String value, int limit) {
        int length = value.length();
        return length > limit
                ? Optional.of(field + " has " + length + " characters: WhatsApp takes " + limit)
                : Optional.empty();
    }
}
