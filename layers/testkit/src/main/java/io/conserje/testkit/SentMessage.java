package io.conserje.testkit;

import io.conserje.application.Conversations.Claim;
import io.conserje.application.Conversations.InDoubt;
import io.conserje.application.Conversations.Settled;
import io.conserje.application.Conversations.Status;
import io.conserje.channel.SendOutcome;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Receipt;
import java.time.Instant;

/** A message of ours and where it is. Each change is the same message, but further on. */
record SentMessage(
        OutboundMessage message, Status status, int attempt, Instant claimedAt, String reason) {

    static SentMessage queued(OutboundMessage message) {
        return new SentMessage(message, Status.QUEUED, 0, message.decidedAt(), "");
    }

    boolean isSending() {
        return status == Status.SENDING;
    }

    boolean isUnfinished() {
        return status == Status.QUEUED || status == Status.SENDING;
    }

    /** What somebody is told who cannot have it. */
    Claim standing() {
        return isUnfinished() ? new InDoubt(attempt, claimedAt) : new Settled(status);
    }

    SentMessage begun(Instant now) {
        return new SentMessage(message, Status.SENDING, attempt + 1, now, reason);
    }

    SentMessage ended(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted accepted -> as(Status.ACCEPTED, reason);
            case SendOutcome.Rejected rejected -> as(Status.FAILED, rejected.reason());
            case SendOutcome.RetryLater later -> as(Status.QUEUED, later.reason());
            case SendOutcome.Unknown unknown -> as(Status.SENDING, unknown.reason());
        };
    }

    SentMessage parked(String why) {
        return as(Status.PARKED, why);
    }

    SentMessage told(Receipt receipt) {
        Status to = Status.valueOf(receipt.progress().name());
        return mayBecome(to) ? as(to, receipt.failure().orElse(reason)) : this;
    }

    private boolean mayBecome(Status to) {
        return switch (status) {
            case QUEUED, SENDING, ACCEPTED, PARKED -> true;
            case SENT -> to != Status.SENT;
            case DELIVERED -> to == Status.READ || to == Status.PLAYED;
            case READ -> to == Status.PLAYED;
            case PLAYED, FAILED -> false;
        };
    }

    private SentMessage as(Status next, String why) {
        return new SentMessage(message, next, attempt, claimedAt, why);
    }
}
