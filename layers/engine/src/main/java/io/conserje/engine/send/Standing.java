package io.conserje.engine.send;

import io.conserje.model.Template;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known about the contact when a message is about to leave.
 *
 * @param lastInbound when the contact last wrote, by the provider's clock
 * @param stoppedAt when the contact asked us to stop
 * @param unreachableSince since when the provider says that the contact takes nothing of ours
 * @param marketing whether the contact has agreed to marketing
 * @param notices when the last unasked messages left, in any order
 * @param template the registered template that the message names, if there is one
 * @param hold what lets nothing through now
 */
public record Standing(
        Optional<Instant> lastInbound,
        Optional<Instant> stoppedAt,
        Optional<Instant> unreachableSince,
        boolean marketing,
        List<Instant> notices,
        Optional<Template> template,
        Optional<Hold> hold) {

    public Standing {
        notices = List.copyOf(notices);
    }

    /** Of somebody who never wrote. */
    public static Standing unknown() {
        return new Standing(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    public Standing withLastInbound(Instant at) {
        return new Standing(
                Optional.of(at), stoppedAt, unreachableSince, marketing, notices, template, hold);
    }

    public Standing withStoppedAt(Optional<Instant> at) {
        return new Standing(lastInbound, at, unreachableSince, marketing, notices, template, hold);
    }

    public Standing withUnreachableSince(Optional<Instant> at) {
        return new Standing(lastInbound, stoppedAt, at, marketing, notices, template, hold);
    }

    public Standing withMarketing(boolean agreed) {
        return new Standing(
                lastInbound, stoppedAt, unreachableSince, agreed, notices, template, hold);
    }

    public Standing withNotices(List<Instant> sent) {
        return new Standing(
                lastInbound, stoppedAt, unreachableSince, marketing, sent, template, hold);
    }

    public Standing withTemplate(Optional<Template> registered) {
        return new Standing(
                lastInbound, stoppedAt, unreachableSince, marketing, notices, registered, hold);
    }

    public Standing withHold(Hold now) {
        return new Standing(
                lastInbound,
                stoppedAt,
                unreachableSince,
                marketing,
                notices,
                template,
                Optional.of(now));
    }
}
