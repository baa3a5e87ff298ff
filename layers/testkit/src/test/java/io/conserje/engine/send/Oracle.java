package io.conserje.engine.send;

import io.conserje.engine.send.Decision.Refuse;
import io.conserje.engine.send.Decision.Wait;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import io.conserje.model.Outgoing.Templated;
import io.conserje.model.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a history and says what is wrong with it, by the requirements and not by the rules: what
 * left may leave, what was refused or waits does so for a reason that holds, and nothing is lost.
 */
final class Oracle {
    private final World world;
    private final Facts facts;
    private final Carriage carriage;
    private final Set<OutboundId> open = new HashSet<>();
    private final List<Instant> calls = new ArrayList<>();
    private final Map<Integer, List<Instant>> callsTo = new HashMap<>();

    private Oracle(World world) {
        this.world = world;
        this.facts = new Facts(world);
        this.carriage = new Carriage(world.can());
    }

    /**
     * @throws AssertionError that says what is wrong
     */
    static void judge(World world, List<Step> steps) {
        Oracle oracle = new Oracle(world);
        @Nullable Step before = null;
        for (Step step : steps) {
            if (before != null && step.at().isBefore(before.at())) {
                throw new AssertionError("the clock of the history goes backwards");
            }
            oracle.judge(step, before);
            before = step;
        }
        require(oracle.open.isEmpty(), "messages that never end: ", oracle.open);
        pace("the account", oracle.calls, world.can().account());
        oracle.callsTo.forEach(
                (who, times) -> pace("customer " + who, times, world.can().contact()));
    }

    private void judge(Step step, @Nullable Step before) {
        switch (step) {
            case Step.Did did -> facts.learn(did);
            case Step.Told told -> facts.learn(told.template());
            case Step.Queued queued -> open.add(queued.message().id());
            case Step.Decided decided -> judge(decided);
            case Step.Called called -> judge(called, before);
        }
    }

    private void judge(Step.Decided it) {
        require(open.contains(it.message().id()), "decided after its end: ", it);
        switch (it.decision()) {
            case Decision.Send send -> {
                require(send.reason().key().equals(fine(it.message(), send)), "wrong reason: ", it);
                mayLeave(it, send.content());
            }
            case Decision.UseTemplate use -> {
                require(!facts.isOpen(it.who(), it.at()), "the window is open: ", it);
                require(use.reason().key().equals("template-used"), "wrong reason: ", it);
                require(
                        it.message()
                                .terms()
                                .fallback()
                                .filter(use.content().use()::equals)
                                .isPresent(),
                        "not the template of the message: ",
                        it);
                mayLeave(it, use.content());
            }
            case Wait wait -> mustWait(it, wait);
            case Refuse refuse -> {
                require(holds(it, refuse.reason().key()), "refused for nothing: ", it);
                open.remove(it.message().id());
            }
        }
    }

    private static String fine(OutboundMessage message, Decision.Send send) {
        if (send.content() instanceof Templated) {
            return "fine.template";
        }
        return send.content().equals(message.content()) ? "fine" : "fine.changed";
    }

    private void mayLeave(Step.Decided it, Outgoing content) {
        int who = it.who();
        OutboundMessage message = it.message();
        require(!facts.expiresBy(message, it.at()), "it has expired: ", it);
        require(!facts.isSilenced(who, message), "the customer asked us to stop: ", it);
        require(!facts.isUnreachable(who), "the customer cannot be reached: ", it);
        require(!facts.isUnwelcome(who, message), "marketing without consent: ", it);
        require(!facts.disturbs(message, it.at()), "it is quiet and nothing urgent: ", it);
        require(!facts.isTooMuch(who, message, it.at()), "one notice too many: ", it);
        require(carriage.carries(content), "the account cannot carry it: ", it);
        if (content instanceof Templated templated) {
            require(facts.faults(who, templated.use()).isEmpty(), "the template is no good: ", it);
            require(Facts.isFilled(templated), "the template is not filled in: ", it);
        } else {
            require(facts.isOpen(who, it.at()), "the window is closed: ", it);
        }
        require(
                it.decision() instanceof Decision.UseTemplate
                        || Carriage.means(message.content(), content),
                "it does not say the same any more: ",
                it);
        require(it.hold().isEmpty(), "a hold was not minded: ", it);
    }

    private void mustWait(Step.Decided it, Wait wait) {
        Instant until =
                switch (wait.reason().key()) {
                    case "quiet" -> {
                        require(facts.disturbs(it.message(), it.at()), "it is not quiet: ", it);
                        yield facts.quietIsOver(it.at());
                    }
                    case "too-often" -> {
                        require(isTooMuch(it), "it is not too much: ", it);
                        yield facts.isEnoughOver(it.who());
                    }
                    default -> {
                        require(isHold(it, wait.reason().key()), "nothing holds it: ", it);
                        yield it.hold().orElseThrow().until();
                    }
                };
        require(wait.until().equals(until), "it waits for another moment: ", it);
        require(until.isAfter(it.at()), "the moment does not lie ahead: ", it);
        require(!facts.expiresBy(it.message(), until), "it waits for longer than it lives: ", it);
        require(
                wait.inOrder()
                        == (wait.reason().key().startsWith("held.")
                                && !wait.reason().key().endsWith("_cap")),
                "a short hold keeps the order and nothing else does: ",
                it);
    }

    private boolean isTooMuch(Step.Decided it) {
        return facts.isTooMuch(it.who(), it.message(), it.at());
    }

    private static boolean isHold(Step.Decided it, String key) {
        return it.hold()
                .filter(hold -> key.equalsIgnoreCase("held." + hold.kind()))
                .filter(hold -> hold.until().isAfter(it.at()))
                .isPresent();
    }

    /** Whether the reason of a refusal is true. */
    private boolean holds(Step.Decided it, String key) {
        OutboundMessage message = it.message();
        return switch (key) {
            case "expired" -> facts.expiresBy(message, it.at());
            case "stopped" -> facts.isSilenced(it.who(), message);
            case "unreachable" -> facts.isUnreachable(it.who());
            case "no-consent" -> facts.isUnwelcome(it.who(), message);
            case "several", "too-much", "cannot-carry" ->
                    carriage.objection(message.content()).equals(key);
            case "no-notices" -> world.policy().notices() == 0 && Facts.isUnasked(message);
            case "too-late" -> isTooLate(it);
            case "window-closed" ->
                    !(message.content() instanceof Templated)
                            && !facts.isOpen(it.who(), it.at())
                            && (message.terms().fallback().isEmpty() || !world.can().templates());
            default -> isFault(it, key);
        };
    }

    private boolean isTooLate(Step.Decided it) {
        OutboundMessage message = it.message();
        return facts.disturbs(message, it.at())
                        && facts.expiresBy(message, facts.quietIsOver(it.at()))
                || isTooMuch(it) && facts.expiresBy(message, facts.isEnoughOver(it.who()))
                || it.hold().filter(hold -> facts.expiresBy(message, hold.until())).isPresent();
    }

    private boolean isFault(Step.Decided it, String key) {
        if (it.message().content() instanceof Templated templated) {
            return facts.faults(it.who(), templated.use()).contains(key);
        }
        return !facts.isOpen(it.who(), it.at())
                && it.message()
                        .terms()
                        .fallback()
                        .filter(use -> facts.faults(it.who(), use).contains(key))
                        .isPresent();
    }

    private void judge(Step.Called it, @Nullable Step before) {
        require(isDecided(it, before), "it left without a decision: ", it);
        facts.learn(it);
        calls.add(it.at());
        callsTo.computeIfAbsent(it.who(), any -> new ArrayList<>()).add(it.at());
        switch (it.answer()) {
            case TAKEN, BLOCKED -> open.remove(it.message().id());
            case FAILED, THROTTLED -> {}
        }
    }

    /** The step before was the decision to send just this, at this very moment. */
    private static boolean isDecided(Step.Called it, @Nullable Step before) {
        return before instanceof Step.Decided decided
                && decided.at().equals(it.at())
                && decided.message().equals(it.message())
                && switch (decided.decision()) {
                    case Decision.Send send -> send.content().equals(it.content());
                    case Decision.UseTemplate use -> use.content().equals(it.content());
                    case Wait wait -> false;
                    case Refuse refuse -> false;
                };
    }

    /** In whatever stretch of time, there were no more than the burst and its share of the rest. */
    private static void pace(String of, List<Instant> times, Pace pace) {
        for (int first = 0; first < times.size(); first++) {
            for (int last = first + pace.burst(); last < times.size(); last++) {
                long more = last - first + 1L - pace.burst();
                Duration stretch = Duration.between(times.get(first), times.get(last));
                require(
                        pace.interval().multipliedBy(more).compareTo(stretch) <= 0,
                        "too fast for " + of + " until ",
                        times.get(last));
            }
        }
    }

    private static void require(boolean fine, String problem, Object about) {
        if (!fine) {
            throw new AssertionError(problem + about);
        }
    }
}
