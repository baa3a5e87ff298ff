package io.conserje.engine.send;

import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import io.conserje.model.Template;
import java.time.Instant;
import java.util.Optional;

/** One thing that happened in a history: all that the oracle knows, and what a failure shows. */
sealed interface Step {
    Instant at();

    /** What a customer does, or the provider tells about them. */
    enum Deed {
        WRITES,
        STOPS,
        STARTS,
        BLOCKS,
        UNBLOCKS,
        WANTS_OFFERS,
        REFUSES_OFFERS
    }

    /** How the provider answers a call. */
    enum Answer {
        TAKEN,
        FAILED,
        THROTTLED,
        BLOCKED
    }

    /**
     * @param sent by the provider's clock, which is a little behind
     */
    record Did(Instant at, int who, Deed deed, Instant sent) implements Step {
        @Override
        public String toString() {
            return at + " customer " + who + " " + deed + " (sent " + sent + ")";
        }
    }

    record Told(Instant at, Template template) implements Step {
        @Override
        public String toString() {
            return at + " template " + template.name() + " is " + template.status();
        }
    }

    record Queued(Instant at, int who, OutboundMessage message) implements Step {
        @Override
        public String toString() {
            return at
                    + " queued for "
                    + who
                    + ": "
                    + id(message)
                    + " "
                    + message.content()
                    + " "
                    + message.terms();
        }
    }

    /**
     * @param hold what the decision was told of paces and outages
     */
    record Decided(
            Instant at, int who, OutboundMessage message, Optional<Hold> hold, Decision decision)
            implements Step {
        @Override
        public String toString() {
            return at
                    + "   "
                    + id(message)
                    + hold.map(held -> " under " + held).orElse("")
                    + " -> "
                    + decision;
        }
    }

    record Called(Instant at, int who, OutboundMessage message, Outgoing content, Answer answer)
            implements Step {
        @Override
        public String toString() {
            return at + "   " + id(message) + " is " + answer;
        }
    }

    private static String id(OutboundMessage message) {
        return "message " + message.id().sequence();
    }
}
