package io.conserje.channel.telegram;

import io.conserje.model.Content;
import io.conserje.model.Outgoing;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes out of a refusal what it repeats of our message: reasons are logged. */
final class Quoted {
    /** An apostrophe inside a word opens no quotation. */
    private static final Pattern QUOTATION = Pattern.compile("\"[^\"]*\"|(?<![\\p{L}])'[^']*'");

    /** Shorter than this, every sentence would hold it. */
    private static final int TELLING = 4;

    private Quoted() {}

    static String without(Outgoing content, Refusal refusal) {
        boolean quotesUs =
                ours(content)
                        .map(String::strip)
                        .filter(text -> text.length() >= TELLING)
                        .anyMatch(refusal::says);
        return quotesUs
                ? refusal.code() + " (details left out: they quote the message)"
                : QUOTATION.matcher(refusal.words()).replaceAll("(quotation)");
    }

    private static Stream<String> ours(Outgoing content) {
        return switch (content) {
            case Outgoing.Say say -> Stream.of(say.text());
            case Outgoing.Ask ask ->
                    Stream.concat(
                            Stream.of(ask.text()),
                            ask.options().stream().map(Outgoing.Option::title));
            case Outgoing.File file ->
                    Stream.concat(file.caption().stream(), file.fileName().stream());
            case Outgoing.Place place ->
                    Stream.concat(Stream.of(place.name()), place.address().stream());
            case Outgoing.Cards cards -> cards.cards().stream().flatMap(Quoted::ours);
            case Outgoing.Templated templated -> Stream.of(templated.text());
        };
    }

    private static Stream<String> ours(Content.Card card) {
        return Stream.concat(Stream.of(card.name()), card.phones().stream());
    }
}
