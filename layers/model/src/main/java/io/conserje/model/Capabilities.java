package io.conserje.model;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What an account can carry, as data: what is cut, changed or refused before a call is decided by
 * it. Lengths are characters as UTF-16 units, the strictest reading of pages that do not say.
 *
 * @param window how long after a customer's message anything may be sent; empty for always
 * @param templates whether the provider has templates, for what the window closes out
 * @param text characters of a text
 * @param question characters of a text that has options under it
 * @param caption characters of the text under a file
 * @param buttons the options shown at once; tried first
 * @param list the options shown behind an opener; for more options than there are buttons
 * @param opener characters of the word on the button that opens a list
 * @param sends the largest file that may be sent, in bytes, by kind; a kind that is not here cannot
 *     be sent
 * @param takes the largest file that is fetched, in bytes, by kind; a kind that is not here is
 *     refused
 * @param places whether a place on the map can be sent
 * @param cards whether contact cards can be sent
 * @param account how fast the provider takes messages of one account
 * @param contact how fast it takes messages of one account to one contact
 * @param daily how many may leave in a day; empty where the provider sees to that itself
 */
public record Capabilities(
        Optional<Duration> window,
        boolean templates,
        int text,
        int question,
        int caption,
        OptionLimits buttons,
        OptionLimits list,
        int opener,
        Map<MediaKind, Long> sends,
        Map<MediaKind, Long> takes,
        boolean places,
        boolean cards,
        Pace account,
        Pace contact,
        Optional<DailyCaps> daily) {
    public Capabilities {
        sends = Map.copyOf(sends);
        takes = Map.copyOf(takes);
    }

    /** Of a provider that sees itself to how many messages leave in a day. */
    public Capabilities(
            Optional<Duration> window,
            boolean templates,
            int text,
            int question,
            int caption,
            OptionLimits buttons,
            OptionLimits list,
            int opener,
            Map<MediaKind, Long> sends,
            Map<MediaKind, Long> takes,
            boolean places,
            boolean cards,
            Pace account,
            Pace contact) {
        this(
                window,
                templates,
                text,
                question,
                caption,
                buttons,
                list,
                opener,
                sends,
                takes,
                places,
                cards,
                account,
                contact,
                Optional.empty());
    }

    public Capabilities withDaily(DailyCaps caps) {
        return new Capabilities(
                window,
                templates,
                text,
                question,
                caption,
                buttons,
                list,
                opener,
                sends,
                takes,
                places,
                cards,
                account,
                contact,
                Optional.of(caps));
    }
}
