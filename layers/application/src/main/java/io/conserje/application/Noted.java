package io.conserje.application;

import io.conserje.engine.Session;
import io.conserje.engine.send.Standing;
import io.conserje.model.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What messages tell about the contact, whatever the engine makes of them. */
final class Noted {
    private Noted() {}

    static Standing of(Standing before, Session session, List<Arrived> fresh) {
        Standing standing = before.withStoppedAt(stoppedAt(session));
        for (Arrived one : fresh) {
            standing = note(standing, one);
        }
        return standing;
    }

    private static Optional<Instant> stoppedAt(Session session) {
        return session.phase() instanceof Session.Stopped stopped
                ? Optional.of(stopped.since())
                : Optional.empty();
    }

    private static Standing note(Standing standing, Arrived one) {
        return switch (one.message().content()) {
            case Content.Reach reach ->
                    standing.withUnreachableSince(
                            reach.reachable()
                                    ? Optional.empty()
                                    : Optional.of(one.arrival().receivedAt()));
            case Content.MarketingChoice choice -> standing.withMarketing(choice.wanted());
            case Content.Notice notice -> standing;
            case Content.TemplateNews news -> standing;
            case Content.HandBack handBack -> standing;
            case Content.Occasion occasion -> standing;
            // The rest is something that the contact did: it opens the provider's window.
            case Content.Text said -> wrote(standing, one);
            case Content.Choice chosen -> wrote(standing, one);
            case Content.Media sent -> wrote(standing, one);
            case Content.Location sent -> wrote(standing, one);
            case Content.ContactCards sent -> wrote(standing, one);
            case Content.Reaction reacted -> wrote(standing, one);
            case Content.Order ordered -> wrote(standing, one);
            case Content.FormReply filled -> wrote(standing, one);
            case Content.Edit edited -> wrote(standing, one);
            case Content.Deletion deleted -> standing;
            case Content.Unsupported sent -> wrote(standing, one);
        };
    }

    /** The provider counts from its own clock, which may be wrong about the future only. */
    private static Standing wrote(Standing standing, Arrived one) {
        Instant received = one.arrival().receivedAt();
        Instant sent = one.message().sentAt();
        Instant at = sent.isBefore(received) ? sent : received;
        Instant latest = standing.lastInbound().filter(known -> known.isAfter(at)).orElse(at);
        return standing.withLastInbound(latest).withUnreachableSince(Optional.empty());
    }
}
