package io.conserje.local.eval;

import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.model.Language;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a customer says, and what should have come of it.
 *
 * @param answers what the customer says when asked for something and no line is left, or the next
 *     waits for another question
 * @param summary phrases of which each must be in the last reply that asked for a yes
 * @param lastReply phrases of which each must be in the last reply
 * @param bookings all that the customer has confirmed in the end
 * @param log what must have happened to the customer's bookings, in this order; more may have
 * @param turnsAtMost how often the customer may have to write
 */
public record Dialogue(
        String id,
        Language language,
        Part part,
        Opening opening,
        List<Line> lines,
        Map<Asked, Act> answers,
        List<String> summary,
        List<String> lastReply,
        List<Expected> bookings,
        List<String> log,
        int turnsAtMost) {
    public Dialogue {
        lines = List.copyOf(lines);
        answers = Map.copyOf(answers);
        summary = List.copyOf(summary);
        lastReply = List.copyOf(lastReply);
        bookings = List.copyOf(bookings);
        log = List.copyOf(log);
    }

    /**
     * How things stand when it begins.
     *
     * @param channel {@code whatsapp} or {@code telegram}
     * @param now at the business, in its zone
     * @param booked what others have booked
     * @param mine what the customer has booked
     */
    public record Opening(
            String project,
            String channel,
            ZonedDateTime now,
            List<Taken> booked,
            List<Taken> mine) {
        public Opening {
            booked = List.copyOf(booked);
            mine = List.copyOf(mine);
        }
    }

    /** A booking that is there before the dialogue; the start is local to the business. */
    public record Taken(
            String service, String professional, LocalDateTime start, int party, String name) {}

    /**
     * @param when the line waits until the desk asks for this, meanwhile the answers are given
     * @param expect phrases of which each must be in the reply
     * @param not phrases of which none may be
     */
    public record Line(Act act, Optional<Asked> when, List<String> expect, List<String> not) {
        public Line {
            expect = List.copyOf(expect);
            not = List.copyOf(not);
        }
    }

    /** Something that the customer does. */
    public sealed interface Act {}

    /** Writes; several messages are sent in one burst. */
    public record Say(List<String> texts) implements Act {
        public Say {
            texts = List.copyOf(texts);
        }
    }

    /** Taps the n-th of the options offered last, from 1. */
    public record Choose(int nth) implements Act {}

    /** Taps the option that reads so. */
    public record Tap(String phrase) implements Act {}

    /** Comes back later. */
    public record Wait(Duration time) implements Act {}

    /**
     * A booking as it should be.
     *
     * @param professional empty for anybody
     * @param starts how its local start begins: {@code 2026-11-26T10:00}, or the day alone; each is
     *     right
     */
    public record Expected(
            String service,
            Optional<String> professional,
            List<String> starts,
            int party,
            Optional<String> name) {
        public Expected {
            starts = List.copyOf(starts);
        }
    }
}
