package io.conserje.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.application.Coordination;
import io.conserje.application.Coordination.Admission;
import io.conserje.application.Coordination.Admitted;
import io.conserje.application.Coordination.Held;
import io.conserje.engine.send.Backoff;
import io.conserje.engine.send.Hold;
import io.conserje.engine.send.Initiative;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.Capabilities;
import io.conserje.model.ConversationId;
import io.conserje.model.DailyCaps;
import io.conserje.model.Pace;
import io.conserje.testkit.Accounts;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.Messages;
import io.conserje.testkit.Race;
import io.conserje.testkit.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All instances keep one pace, and leave alone together what is down. */
public interface CoordinationContract {
    Instant NOW = Messages.MORNING;
    Account CLINIC = Businesses.account();
    Account OTHER = new Account(Businesses.CLINIC, new AccountRef("scripted", "otra"), Map.of());
    ConversationId ANA = Talk.withAna().id();
    ConversationId BETO = Talk.withBeto().id();

    /** The same all through one test, and empty when the test begins. */
    Coordination coordination();

    @Test
    default void noMoreAreAdmittedAtOnceThanTheBurstOfTheContact() {
        Capabilities can = Accounts.withPace(new Pace(Duration.ofSeconds(6), 3));

        List<Admission> admissions =
                Race.of(20, () -> coordination().admit(CLINIC, ANA, can, Initiative.ANSWER, NOW));

        assertEquals(3, admissions.stream().filter(Admitted.class::isInstance).count());
        assertEquals(
                List.of(Hold.Kind.CONTACT_PACE),
                admissions.stream()
                        .filter(Held.class::isInstance)
                        .map(held -> ((Held) held).hold().kind())
                        .distinct()
                        .toList());
    }

    @Test
    default void whoIsHeldIsToldWhenThereIsAPlace() {
        Capabilities can = Accounts.withPace(new Pace(Duration.ofSeconds(6), 1));
        admitted(can, NOW);

        assertEquals(
                new Held(new Hold(Hold.Kind.CONTACT_PACE, NOW.plusSeconds(6))),
                coordination().admit(CLINIC, ANA, can, Initiative.ANSWER, NOW.plusSeconds(1)));
        admitted(can, NOW.plusSeconds(6));
    }

    @Test
    default void aRestIsNotSavedUpBeyondTheBurst() {
        Capabilities can = Accounts.withPace(new Pace(Duration.ofSeconds(6), 2));
        Instant later = NOW.plus(Duration.ofHours(1));
        admitted(can, NOW);
        admitted(can, later);
        admitted(can, later);

        assertInstanceOf(
                Held.class, coordination().admit(CLINIC, ANA, can, Initiative.ANSWER, later));
    }

    @Test
    default void oneContactsPaceIsNotAnothers() {
        Capabilities can = Accounts.withPace(new Pace(Duration.ofSeconds(6), 1));
        admitted(can, NOW);

        assertEquals(
                new Admitted(false),
                coordination().admit(CLINIC, BETO, can, Initiative.ANSWER, NOW));
    }

    @Test
    default void fiveFailuresInARowCloseTheWayOfThisAccountOnly() {
        fail(Backoff.FAILURES, NOW);

        Instant until = NOW.plus(Backoff.after(0));
        assertEquals(new Held(new Hold(Hold.Kind.PROVIDER_DOWN, until)), admit(NOW));
        assertEquals(
                new Admitted(false),
                coordination().admit(OTHER, BETO, Accounts.PLENTIFUL, Initiative.ANSWER, NOW));
        assertEquals(
                List.of(new Coordination.Outage(CLINIC.project(), CLINIC.ref(), NOW, until, "503")),
                coordination().outages());
    }

    @Test
    default void aSuccessInBetweenBeginsTheCountAnew() {
        fail(Backoff.FAILURES - 1, NOW);
        assertEquals(new Admitted(true), admit(NOW));

        coordination().works(CLINIC);
        fail(Backoff.FAILURES - 1, NOW);

        assertEquals(new Admitted(true), admit(NOW));
    }

    @Test
    default void afterThePauseOneMessageTriesAndTheOthersLookAgainSoon() {
        fail(Backoff.FAILURES, NOW);
        Instant then = NOW.plus(Backoff.after(0));

        List<Admission> admissions = Race.of(10, () -> admit(then));

        assertEquals(1, admissions.stream().filter(new Admitted(true)::equals).count());
        assertEquals(
                9,
                admissions.stream()
                        .filter(
                                new Held(new Hold(Hold.Kind.PROVIDER_DOWN, then.plus(Backoff.LOOK)))
                                        ::equals)
                        .count());
    }

    @Test
    default void aTryThatFailsMakesThePauseLongerAndOneThatWorksEndsIt() {
        fail(Backoff.FAILURES, NOW);
        Instant first = NOW.plus(Backoff.after(0));
        assertEquals(new Admitted(true), admit(first));
        fail(1, first);
        Instant second = first.plus(Backoff.after(1));

        assertEquals(new Held(new Hold(Hold.Kind.PROVIDER_DOWN, second)), admit(first));
        assertEquals(new Admitted(true), admit(second));
        coordination().works(CLINIC);

        assertEquals(new Admitted(false), admit(second));
        assertEquals(List.of(), coordination().outages());
    }

    @Test
    default void aTryThatNeverToldItsEndIsMadeAgainByAnother() {
        fail(Backoff.FAILURES, NOW);
        Instant then = NOW.plus(Backoff.after(0));
        assertEquals(new Admitted(true), admit(then));

        assertEquals(new Admitted(true), admit(then.plus(Backoff.TRY)));
    }

    @Test
    default void aTryThatTheContactsPaceHoldsIsLeftToAnother() {
        Capabilities slow = Accounts.withPace(new Pace(Duration.ofSeconds(600), 1));
        admitted(slow, NOW);
        fail(Backoff.FAILURES, NOW);
        Instant then = NOW.plus(Backoff.after(0));

        assertInstanceOf(
                Held.class, coordination().admit(CLINIC, ANA, slow, Initiative.ANSWER, then));
        assertEquals(
                new Admitted(true),
                coordination().admit(CLINIC, BETO, slow, Initiative.ANSWER, then));
    }

    @Test
    default void whatTheProviderThrottlesIsHeldUntilThenAndNeverForLess() {
        coordination().holdAccount(CLINIC, NOW.plusSeconds(30));
        coordination().holdAccount(CLINIC, NOW.plusSeconds(10));

        assertEquals(
                new Held(new Hold(Hold.Kind.THROTTLED, NOW.plusSeconds(30))),
                admit(NOW.plusSeconds(29)));
        assertEquals(new Admitted(false), admit(NOW.plusSeconds(30)));
    }

    @Test
    default void aContactThatIsThrottledHoldsNobodyElse() {
        coordination().holdContact(CLINIC, ANA, NOW.plusSeconds(30));

        assertEquals(new Held(new Hold(Hold.Kind.THROTTLED, NOW.plusSeconds(30))), admit(NOW));
        assertEquals(
                new Admitted(false),
                coordination().admit(CLINIC, BETO, Accounts.PLENTIFUL, Initiative.ANSWER, NOW));
    }

    @Test
    default void moreThanTheCapsOfADayAreHeldForHoursAndAnswersForNone() {
        Capabilities can = Accounts.PLENTIFUL.withDaily(new DailyCaps(100, 4, 2));
        first(can, new Admitted(false));

        first(can, new Held(new Hold(Hold.Kind.FIRSTS_CAP, NOW.plus(Duration.ofDays(1)))));
        unasked(can, new Admitted(false));
        unasked(can, new Held(new Hold(Hold.Kind.UNASKED_CAP, NOW.plus(Duration.ofHours(12)))));
        admitted(can, NOW);
    }

    @Test
    default void whatIsHeldInTheEndTookNoPlaceBefore() {
        Capabilities can =
                Accounts.withPace(new Pace(Duration.ofSeconds(6), 2))
                        .withDaily(new DailyCaps(2, 1, 1));
        admitted(can, NOW);

        for (int i = 0; i < 3; i++) {
            assertEquals(
                    new Held(new Hold(Hold.Kind.DAY_CAP, NOW.plus(Duration.ofDays(1)))),
                    coordination().admit(CLINIC, ANA, can, Initiative.ANSWER, NOW));
        }
        admitted(Accounts.withPace(new Pace(Duration.ofSeconds(6), 2)), NOW);
    }

    @Test
    default void whatNobodyAskedForLeavesRoomForAnswers() {
        Capabilities can = Accounts.withAccountPace(new Pace(Duration.ofSeconds(6), 4));
        unasked(can, new Admitted(false));
        unasked(can, new Admitted(false));

        unasked(can, new Held(new Hold(Hold.Kind.ACCOUNT_PACE, NOW.plusSeconds(6))));
        admitted(can, NOW);
        admitted(can, NOW);
    }

    private void unasked(Capabilities can, Admission expected) {
        assertEquals(expected, coordination().admit(CLINIC, ANA, can, Initiative.UNASKED, NOW));
    }

    private void first(Capabilities can, Admission expected) {
        assertEquals(expected, coordination().admit(CLINIC, ANA, can, Initiative.FIRST, NOW));
    }

    private Admission admit(Instant now) {
        return coordination().admit(CLINIC, ANA, Accounts.PLENTIFUL, Initiative.ANSWER, now);
    }

    private void admitted(Capabilities can, Instant now) {
        assertEquals(
                new Admitted(false),
                coordination().admit(CLINIC, ANA, can, Initiative.ANSWER, now));
    }

    private void fail(int times, Instant now) {
        for (int i = 0; i < times; i++) {
            coordination().fails(CLINIC, "503", now);
        }
    }
}
