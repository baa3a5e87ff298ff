package io.conserje.local.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.conserje.model.Capabilities;
import io.conserje.model.OptionLimits;
import io.conserje.model.Outgoing;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** As much as an account carries, and not one character more. */
final class AtTheLimit {
    private AtTheLimit() {}

    /** So many UTF-16 units, the last two of them one character. */
    static String text(int length) {
        return "ñ".repeat(length - 2) + "🙂";
    }

    /** Every option with the longest title and the longest id. */
    static Outgoing.Ask ask(int options, Capabilities can) {
        OptionLimits limits =
                options > can.buttons().most() && can.list().most() > 0
                        ? can.list()
                        : can.buttons();
        return new Outgoing.Ask(
                text(can.question()),
                text(Math.max(can.opener(), 6)),
                IntStream.range(0, options)
                        .mapToObj(i ->
                                new Outgoing.Option(id(i, limits.id()), title(i, limits.title())))
                        .toList());
    }

    /** Its bytes are counted, not its characters. */
    private static String id(int option, int bytes) {
        String start = String.format(Locale.ROOT, "%03dñ", option);
        return start + "x".repeat(bytes - start.getBytes(UTF_8).length);
    }

    private static String title(int option, int length) {
        String start = String.format(Locale.ROOT, "%03d ", option);
        return start + text(length - start.length());
    }

    static List<Outgoing.Option> options(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Outgoing.Option("id" + i, "zarzamora " + i))
                .toList();
    }
}
