package io.conserje.engine.send;

import io.conserje.model.Capabilities;
import io.conserje.model.Content.Card;
import io.conserje.model.MediaKind;
import io.conserje.model.OptionLimits;
import io.conserje.model.Outgoing;
import io.conserje.model.Outgoing.Ask;
import io.conserje.model.Outgoing.Cards;
import io.conserje.model.Outgoing.File;
import io.conserje.model.Outgoing.Option;
import io.conserje.model.Outgoing.Place;
import io.conserje.model.Outgoing.Say;
import io.conserje.model.Outgoing.Templated;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What an account can carry in one message, read from its numbers alone. */
final class Carriage {
    static final String FINE = "";

    private static final String MAP = "https://www.google.com/maps/search/?api=1&query=";

    private final Capabilities can;

    Carriage(Capabilities can) {
        this.can = can;
    }

    /** The key of the reason why it cannot be carried in one message, however it is put. */
    String objection(Outgoing content) {
        return switch (content) {
            case Say say -> inOne(say.text().length());
            case Ask ask -> objection(ask);
            case File file -> objection(file);
            case Place place -> can.places() ? FINE : inOne(words(place).length());
            case Cards cards -> can.cards() ? FINE : inOne(words(cards).length());
            case Templated templated -> can.templates() ? FINE : "cannot-carry";
        };
    }

    private String inOne(int length) {
        return length > can.text() ? "several" : FINE;
    }

    private String objection(Ask ask) {
        OptionLimits limits = limits(ask);
        if (limits.most() == 0) {
            return inOne(words(ask).length());
        }
        if (ask.text().length() > can.question() || ask.options().size() > limits.most()) {
            return "several";
        }
        boolean longId = ask.options().stream().anyMatch(option -> bytes(option) > limits.id());
        return longId || same(ask.options()) ? "too-much" : FINE;
    }

    private OptionLimits limits(Ask ask) {
        boolean buttons = ask.options().size() <= can.buttons().most() || can.list().most() == 0;
        return buttons ? can.buttons() : can.list();
    }

    private static int bytes(Option option) {
        return option.id().getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean same(List<Option> options) {
        return options.stream().map(Option::id).distinct().count() < options.size();
    }

    private String objection(File file) {
        long bytes = file.file().bytes();
        boolean asItIs = bytes <= most(file.kind());
        boolean asDocument = bytes <= most(MediaKind.DOCUMENT);
        MediaKind kind = asItIs || !asDocument ? file.kind() : MediaKind.DOCUMENT;
        boolean shows = kind != MediaKind.AUDIO && kind != MediaKind.STICKER;
        if (file.text().length() > (shows ? can.caption() : 0)) {
            return "several";
        }
        if (asItIs || asDocument) {
            return FINE;
        }
        return most(kind) == 0 ? "cannot-carry" : "too-much";
    }

    private long most(MediaKind kind) {
        return can.sends().getOrDefault(kind, 0L);
    }

    /** Whether it may go over the wire as it is. */
    boolean carries(Outgoing sent) {
        return objection(sent).equals(FINE)
                && switch (sent) {
                    case Say say -> true;
                    case Ask ask -> carries(ask);
                    case File file -> file.file().bytes() <= most(file.kind());
                    case Place place -> can.places();
                    case Cards cards -> can.cards();
                    case Templated templated -> true;
                };
    }

    private boolean carries(Ask ask) {
        OptionLimits limits = limits(ask);
        return limits.most() > 0
                && ask.options().stream().allMatch(one -> one.title().length() <= limits.title())
                && (limits == can.buttons() || ask.opener().length() <= can.opener());
    }

    /** Whether what was sent still says what was to be said. */
    static boolean means(Outgoing content, Outgoing sent) {
        return content.equals(sent)
                || switch (content) {
                    case Say say -> false;
                    case Ask ask ->
                            sent instanceof Ask other
                                    ? ids(ask).equals(ids(other)) && ask.text().equals(other.text())
                                    : says(sent, words(ask));
                    case File file ->
                            sent instanceof File other
                                    && other.file().equals(file.file())
                                    && other.caption().equals(file.caption());
                    case Place place -> says(sent, words(place));
                    case Cards cards -> says(sent, words(cards));
                    case Templated templated -> false;
                };
    }

    private static List<String> ids(Ask ask) {
        return ask.options().stream().map(Option::id).toList();
    }

    private static boolean says(Outgoing sent, String words) {
        return sent instanceof Say say && say.text().equals(words);
    }

    private static String words(Ask ask) {
        StringBuilder words = new StringBuilder(ask.text()).append('\n');
        int number = 0;
        for (Option option : ask.options()) {
            words.append('\n').append(++number).append(". ").append(option.title());
        }
        return words.toString();
    }

    private static String words(Place place) {
        String address = place.address().map(street -> street + "\n").orElse("");
        return place.name() + "\n" + address + MAP + place.latitude() + "," + place.longitude();
    }

    private static String words(Cards cards) {
        StringBuilder words = new StringBuilder();
        for (Card card : cards.cards()) {
            words.append(words.isEmpty() ? "" : "\n").append(card.name());
            if (!card.phones().isEmpty()) {
                words.append(": ").append(String.join(", ", card.phones()));
            }
        }
        return words.toString();
    }
}
