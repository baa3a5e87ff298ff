package io.conserje.engine.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.model.Outgoing;
import io.conserje.model.Outgoing.Say;
import io.conserje.model.Outgoing.Templated;
import io.conserje.model.Terms.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The first rule that has something to say decides. */
class OrderOfRulesTest {
    private static final Instant NOW = Sending.MORNING;
    private static final Outgoing TOO_LONG = new Say("a".repeat(5000));
    private static final Outgoing UNREGISTERED = new Templated(Sending.use(), "Hola.");

    /** Everything that speaks against a message, each with what takes it away again. */
    private record Objection(String rule, UnaryOperator<Sending> withdrawn) {}

    @Test
    void withEverythingAgainstItEachRuleSpeaksInItsTurn() {
        List<Objection> objections =
                List.of(
                        new Objection(
                                "not after it has expired",
                                it -> it.expiring(NOW.plus(Duration.ofDays(99)))),
                        new Objection(
                                "not to who asked us to stop",
                                it -> it.to(it.ana().withStoppedAt(Optional.empty()))),
                        new Objection(
                                "not to who cannot be reached",
                                it -> it.to(it.ana().withUnreachableSince(Optional.empty()))),
                        new Objection(
                                "no marketing without consent",
                                it -> it.to(it.ana().withMarketing(true))),
                        new Objection(
                                "only what the account can carry", it -> it.saying(UNREGISTERED)),
                        new Objection(
                                "no template that would be refused",
                                it -> it.saying(Sending.HELLO)),
                        new Objection(
                                "nothing in quiet hours that is not urgent",
                                it -> it.urgentUntil(NOW.plusSeconds(1))),
                        new Objection(
                                "no more notices than the policy allows",
                                it -> it.to(it.ana().withNotices(List.of()))),
                        new Objection(
                                "only a template outside the window",
                                it -> it.to(it.ana().withLastInbound(NOW))),
                        new Objection(
                                "not while the provider takes nothing",
                                it -> it.at(NOW.plusNanos(2))),
                        new Objection("nothing speaks against it", it -> it));
        List<String> decided = new ArrayList<>();
        Sending sending = hopeless();
        for (Objection objection : objections) {
            decided.add(sending.decide().rule());
            sending = objection.withdrawn().apply(sending);
        }

        assertEquals(objections.stream().map(Objection::rule).toList(), decided);
    }

    private static Sending hopeless() {
        Standing standing =
                Standing.unknown()
                        .withStoppedAt(Optional.of(NOW))
                        .withUnreachableSince(Optional.of(NOW))
                        .withNotices(List.of(NOW))
                        .withHold(new Hold(Hold.Kind.THROTTLED, NOW.plusNanos(2)));
        return Sending.of(Purpose.MARKETING)
                .saying(TOO_LONG)
                .expiring(NOW)
                .to(standing)
                .under(
                        new SendPolicy(
                                Sending.PANAMA,
                                Optional.of(
                                        new QuietHours(LocalTime.of(9, 0), LocalTime.of(11, 0))),
                                1,
                                Duration.ofDays(1)));
    }
}
