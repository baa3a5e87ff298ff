package io.conserje.channel.whatsapp;

import io.conserje.model.Contact;
import io.conserje.model.Content;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reasons are logged, and Meta may quote in them what it was sent: then its words are left out.
 *
 * @param ours what must not be quoted
 */
record Quotes(List<String> ours) {
    static final Quotes NONE = new Quotes(List.of());

    private static final int SHORT = 4;
    private static final String NO_LETTER_BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String NO_LETTER_AFTER = "(?![\\p{L}\\p{N}])";

    static Quotes of(OutboundMessage message) {
        return new Quotes(
                Stream.concat(said(message.content()), named(message.to()))
                        .filter(text -> !text.isBlank())
                        .toList());
    }

    private static Stream<String> named(Contact contact) {
        return both(contact.phone(), contact.userId());
    }

    String leftOut(GraphError error) {
        return ours.stream().anyMatch(text -> isQuoted(text, error.said()))
                ? error.code() + " (details left out: they quote the message)"
                : error.words();
    }

    /** A few characters stand inside of other words by chance. */
    private static boolean isQuoted(String text, String said) {
        return text.length() < SHORT
                ? Pattern.compile(NO_LETTER_BEFORE + Pattern.quote(text) + NO_LETTER_AFTER)
                        .matcher(said)
                        .find()
                : said.contains(text);
    }

    private static Stream<String> said(Outgoing content) {
        return switch (content) {
            case Outgoing.Say say -> Stream.of(say.text());
            case Outgoing.Ask ask ->
                    Stream.concat(
                            Stream.of(ask.text()),
                            ask.options().stream().map(Outgoing.Option::title));
            case Outgoing.File file -> both(file.caption(), file.fileName());
            case Outgoing.Place place -> both(Optional.of(place.name()), place.address());
            case Outgoing.Cards cards -> cards.cards().stream().flatMap(Quotes::card);
            case Outgoing.Templated templated ->
                    Stream.concat(
                            Stream.of(templated.text()),
                            templated.use().variables().values().stream());
        };
    }

    private static Stream<String> both(Optional<String> one, Optional<String> other) {
        return Stream.concat(one.stream(), other.stream());
    }

    private static Stream<String> card(Content.Card card) {
        return Stream.concat(Stream.of(card.name()), card.phones().stream());
    }
}
