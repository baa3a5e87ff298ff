package io.conserje.engine.fit;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Puts content into what an account can carry, losing as little as possible: longer text becomes
 * several messages, options become a list or numbered lines, a place becomes a link. What fits
 * already stays as it is, so fitting twice changes nothing.
 */
public final class Fit {
    /** Stable address of a place, developers.google.com/maps/documentation/urls/get-started. */
    private static final String MAP = "https://www.google.com/maps/search/?api=1&query=";

    private final Capabilities can;

    private Fit(Capabilities can) {
        this.can = can;
    }

    /**
     * The parts in the order in which they are to be sent; at least one. A part that still breaks a
     * limit is told by {@link Breach}.
     */
    public static List<Outgoing> fit(Outgoing content, Capabilities can) {
        return new Fit(can).parts(content);
    }

    private List<Outgoing> parts(Outgoing content) {
        return switch (content) {
            case Say say -> says(say.text());
            case Ask ask -> asks(ask);
            case File file -> file(file);
            case Place place -> can.places() ? List.of(place) : says(inWords(place));
            case Cards cards -> can.cards() ? List.of(cards) : says(inWords(cards));
            case Templated templated -> List.of(templated);
        };
    }

    private List<Outgoing> says(String text) {
        return Split.into(text, can.text()).stream().<Outgoing>map(Say::new).toList();
    }

    /** Only the end of a long text stands over the options: that is where the question is. */
    private List<Outgoing> asks(Ask ask) {
        OptionLimits tier = tier(ask.options().size());
        if (tier.most() == 0) {
            return says(numbered(ask));
        }
        String question = Split.into(ask.text(), can.question()).getLast();
        List<Outgoing> parts = new ArrayList<>(says(before(question, ask.text())));
        for (List<Option> options : chunks(ask.options(), tier.most())) {
            String opener =
                    isList(can, options.size())
                            ? Titles.shorten(ask.opener(), can.opener())
                            : ask.opener();
            int title = tier(options.size()).title();
            parts.add(new Ask(question, opener, Titles.fit(options, title)));
        }
        return List.copyOf(parts);
    }

    private OptionLimits tier(int options) {
        return tier(can, options);
    }

    static OptionLimits tier(Capabilities can, int options) {
        return isList(can, options) ? can.list() : can.buttons();
    }

    /** Buttons for as many as there are buttons, then the list, if the provider has one. */
    static boolean isList(Capabilities can, int options) {
        return options > can.buttons().most() && can.list().most() > 0;
    }

    private static String before(String question, String text) {
        return text.substring(0, text.lastIndexOf(question)).strip();
    }

    /** A further list repeats the question: no provider has options without a text. */
    private static List<List<Option>> chunks(List<Option> options, int most) {
        List<List<Option>> chunks = new ArrayList<>();
        for (int from = 0; from < options.size(); from += most) {
            chunks.add(options.subList(from, Math.min(from + most, options.size())));
        }
        return chunks;
    }

    /** The engine takes the number for the option. */
    private static String numbered(Ask ask) {
        return ask.text()
                + "\n\n"
                + IntStream.rangeClosed(1, ask.options().size())
                        .mapToObj(n -> n + ". " + ask.options().get(n - 1).title())
                        .collect(Collectors.joining("\n"));
    }

    /** A picture that is too large as a picture may still do as a document. */
    private List<Outgoing> file(File file) {
        File carried =
                fits(file.kind(), file) || !fits(MediaKind.DOCUMENT, file)
                        ? file
                        : new File(
                                MediaKind.DOCUMENT,
                                file.file(),
                                file.fileName(),
                                file.caption(),
                                false);
        if (carried.text().length() <= caption(carried.kind())) {
            return List.of(carried);
        }
        List<Outgoing> parts = new ArrayList<>();
        parts.add(
                new File(
                        carried.kind(),
                        carried.file(),
                        carried.fileName(),
                        Optional.empty(),
                        carried.voice()));
        parts.addAll(says(carried.text()));
        return List.copyOf(parts);
    }

    /** A voice or a sticker has no line under it that every provider shows. */
    private int caption(MediaKind kind) {
        return switch (kind) {
            case IMAGE, VIDEO, DOCUMENT -> can.caption();
            case AUDIO, STICKER -> 0;
        };
    }

    private boolean fits(MediaKind kind, File file) {
        return file.file().bytes() <= can.sends().getOrDefault(kind, 0L);
    }

    private static String inWords(Place place) {
        return place.name()
                + place.address().map(address -> "\n" + address).orElse("")
                + "\n"
                + MAP
                + place.latitude()
                + ","
                + place.longitude();
    }

    private static String inWords(Cards cards) {
        return cards.cards().stream().map(Fit::inWords).collect(Collectors.joining("\n"));
    }

    private static String inWords(Card card) {
        return card.phones().isEmpty()
                ? card.name()
                : card.name() + ": " + String.join(", ", card.phones());
    }
}
