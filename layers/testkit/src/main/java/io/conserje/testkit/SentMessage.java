package io.conserje.testkit;

import io.conserje.application.Conversations.Claim;
import io.conserje.application.Conversations.Explained;
import io.conserje.application.Conversations.InDoubt;
import io.conserje.application.Conversations.Settled;
import io.conserje.application.Conversations.Status;
import io.conserje.application.Conversations.Waiting;
import io.conserje.application.Ruling;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Receipt;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A message of ours and where it is. Each change is the same message, but further on. */
record SentMessage(
        OutboundMessage message,
        Status status,
        int attempt,
        int doubts,
        Optional<Instant> doubtedAt,
        Map<Ruling.Kind, Ruling> rulings,
        Map<Status, Instant> receipts,
        Optional<String> providerId,
        Optional<String> failure) {

    static SentMessage queued(OutboundMessage message) {
        return new SentMessage(
                message,
                Status.QUEUED,
                0,
                0,
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    boolean isSending() {
        return status == Status.SENDING;
    }

    boolean isUnfinished() {
        return status == Status.QUEUED || status == Status.SENDING;
    }

    /** The same, once somebody has noticed that nobody knows how its attempt ended. */
    SentMessage noticed(Instant now) {
        return isSending() && doubtedAt.isEmpty() ? doubted(Optional.of(now)) : this;
    }

    private SentMessage doubted(Optional<Instant> since) {
        return new SentMessage(
                message, status, attempt, doubts, since, rulings, receipts, providerId, failure);
    }

    /** What somebody is told who cannot have it. */
    Claim standing() {
        return switch (status) {
            case QUEUED -> new Waiting();
            case SENDING -> new InDoubt(attempt, doubts + 1, doubtedAt.orElseThrow());
            default -> new Settled(status);
        };
    }

    SentMessage begun(int doubtsBefore) {
        return new SentMessage(
                message,
                Status.SENDING,
                attempt + 1,
                doubtsBefore,
                Optional.empty(),
                rulings,
                receipts,
                providerId,
                failure);
    }

    SentMessage ruled(Ruling ruling) {
        Map<Ruling.Kind, Ruling> more = new EnumMap<>(Ruling.Kind.class);
        more.putAll(rulings);
        more.put(ruling.kind(), ruling);
        return new SentMessage(
                message, status, attempt, doubts, doubtedAt, more, receipts, providerId, failure);
    }

    SentMessage named(Optional<String> id) {
        return new SentMessage(
                message,
                status,
                attempt,
                doubts,
                doubtedAt,
                rulings,
                receipts,
                id.or(() -> providerId),
                failure);
    }

    SentMessage as(Status next) {
        return new SentMessage(
                message, next, attempt, doubts, doubtedAt, rulings, receipts, providerId, failure);
    }

    /** Queued again; what was doubted about it is settled. */
    SentMessage afresh() {
        return new SentMessage(
                message,
                Status.QUEUED,
                attempt,
                0,
                doubtedAt,
                rulings,
                receipts,
                providerId,
                failure);
    }

    SentMessage told(Receipt receipt) {
        Status to = Status.valueOf(receipt.progress().name());
        if (!mayBecome(to)) {
            return this;
        }
        Map<Status, Instant> more = new EnumMap<>(Status.class);
        more.putAll(receipts);
        more.put(to, receipt.at());
        return new SentMessage(
                message,
                to,
                attempt,
                doubts,
                doubtedAt,
                rulings,
                more,
                Optional.of(receipt.providerId()),
                receipt.failure().or(() -> failure));
    }

    private boolean mayBecome(Status to) {
        return switch (status) {
            case QUEUED, SENDING, ACCEPTED, PARKED -> true;
            case SENT -> to != Status.SENT;
            case DELIVERED -> to == Status.READ || to == Status.PLAYED;
            case READ -> to == Status.PLAYED;
            case PLAYED, FAILED, REFUSED -> false;
        };
    }

    Explained explained() {
        return new Explained(
                message,
                status,
                attempt,
                providerId,
                rulings.values().stream().sorted(Comparator.comparing(Ruling::at)).toList(),
                receipts,
                failure);
    }
}
