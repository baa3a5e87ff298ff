package io.conserje.engine.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.engine.send.Gate.Scope;
import io.conserje.model.Capabilities;
import io.conserje.model.DailyCaps;
import io.conserje.model.Pace;
import io.conserje.model.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which places a message needs, by who began. */
class GateTest {
    private static final Instant NOW = Sending.MORNING;
    private static final Capabilities CAPPED =
            Sending.notice().can().withDaily(new DailyCaps(100, 10, 4));

    @Test
    void whatWeBeginNeedsMorePlacesThanAnAnswer() {
        assertEquals(List.of(Scope.ACCOUNT, Scope.CONTACT, Scope.DAY), scopes(Initiative.ANSWER));
        assertEquals(
                List.of(Scope.ACCOUNT, Scope.CONTACT, Scope.DAY, Scope.UNASKED),
                scopes(Initiative.UNASKED));
        assertEquals(
                List.of(Scope.ACCOUNT, Scope.CONTACT, Scope.DAY, Scope.UNASKED, Scope.FIRSTS),
                scopes(Initiative.FIRST));
    }

    private static List<Scope> scopes(Initiative initiative) {
        return Gate.of(CAPPED, initiative).stream().map(Gate::scope).toList();
    }

    @Test
    void whoNeverWroteIsWrittenToForTheFirstTime() {
        Terms notice = Sending.notice().terms();
        Standing stranger = Standing.unknown();

        assertEquals(Initiative.FIRST, Initiative.of(notice, stranger));
        assertEquals(Initiative.UNASKED, Initiative.of(notice, stranger.withLastInbound(NOW)));
        assertEquals(Initiative.ANSWER, Initiative.of(Terms.answer(NOW), stranger));
    }

    /** However greedy the sender is, and whenever the day begins. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 50, 1000})
    void noMoreThanTheCapLeaveInAnyDay(int cap) {
        List<Instant> left = greedily(Pace.perDay(cap), NOW.plus(Duration.ofDays(3)));

        long most =
                left.stream()
                        .mapToLong(first ->
                                left.stream()
                                        .filter(at -> !at.isBefore(first))
                                        .filter(at -> at.isBefore(first.plus(Duration.ofDays(1))))
                                        .count())
                        .max()
                        .orElseThrow();

        assertTrue(most <= cap && most >= Math.max(1, cap - 1), () -> most + " of " + cap);
    }

    private static List<Instant> greedily(Pace pace, Instant end) {
        List<Instant> left = new ArrayList<>();
        Optional<Instant> state = Optional.empty();
        Instant now = NOW;
        while (now.isBefore(end)) {
            switch (Gcra.admit(state, pace, now)) {
                case Gcra.Admitted admitted -> {
                    left.add(now);
                    state = Optional.of(admitted.next());
                }
                case Gcra.TooEarly early -> now = early.until();
            }
        }
        return left;
    }
}
