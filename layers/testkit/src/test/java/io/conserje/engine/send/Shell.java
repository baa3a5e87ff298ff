package io.conserje.engine.send;

import io.conserje.engine.send.Step.Answer;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import io.conserje.model.Outgoing.Templated;
import io.conserje.model.Template;
import io.conserje.model.TemplateUse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Does with decisions what delivery does: a line for each contact, an alarm for what waits, and a
 * place of the keeper before every call. Notes every step.
 */
final class Shell {
    /** Whatever is decided more often goes round in circles. */
    private static final int STEPS = 5_000;

    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final World world;
    private final SplittableRandom random;
    private final Provider provider;
    private final Keeper keeper;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Template> templates = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparing(Alarm::at).thenComparing(Alarm::set));
    private int set;

    private static final class Line {
        final ArrayDeque<OutboundMessage> waiting = new ArrayDeque<>();
        Standing standing = Standing.unknown();
        boolean held;
    }

    /**
     * @param set breaks ties: the one that was set first
     * @param back what comes back into the line; empty when the line goes on
     */
    private record Alarm(Instant at, int set, int who, Optional<OutboundMessage> back) {}

    Shell(World world, int people, SplittableRandom random) {
        this.world = world;
        this.random = random;
        this.provider = new Provider(people);
        this.keeper = new Keeper(world.can(), people);
        for (int i = 0; i < people; i++) {
            lines.add(new Line());
        }
    }

    Provider provider() {
        return provider;
    }

    List<Step> steps() {
        return steps;
    }

    Standing standing(int who) {
        return lines.get(who).standing;
    }

    void does(int who, Step.Deed deed, Instant sent, Instant now) {
        steps.add(new Step.Did(now, who, deed, sent));
        Line line = lines.get(who);
        Standing was = line.standing;
        line.standing =
                switch (deed) {
                    case WRITES -> wrote(was, who, sent);
                    case STOPS -> wrote(was, who, sent).withStoppedAt(Optional.of(now));
                    case STARTS -> wrote(was, who, sent).withStoppedAt(Optional.empty());
                    case BLOCKS -> was.withUnreachableSince(Optional.of(now));
                    case UNBLOCKS -> was.withUnreachableSince(Optional.empty());
                    case WANTS_OFFERS -> was.withMarketing(true);
                    case REFUSES_OFFERS -> was.withMarketing(false);
                };
    }

    private Standing wrote(Standing was, int who, Instant sent) {
        provider.blocks(who, false);
        Instant latest = was.lastInbound().filter(sent::isBefore).orElse(sent);
        return was.withLastInbound(latest).withUnreachableSince(Optional.empty());
    }

    void tells(Template template, Instant now) {
        steps.add(new Step.Told(now, template));
        templates.put(template.name(), template);
    }

    void queue(int who, OutboundMessage message, Instant now) {
        steps.add(new Step.Queued(now, who, message));
        lines.get(who).waiting.add(message);
        goOn(who, now);
    }

    /** Lets everything ring that has rung by then. */
    void until(Instant now) {
        for (Alarm next = alarms.peek();
                next != null && !next.at().isAfter(now);
                next = alarms.peek()) {
            alarms.remove();
            ring(next);
        }
    }

    private void ring(Alarm alarm) {
        Line line = lines.get(alarm.who());
        alarm.back().ifPresentOrElse(line.waiting::add, () -> line.held = false);
        goOn(alarm.who(), alarm.at());
    }

    private void goOn(int who, Instant now) {
        Line line = lines.get(who);
        while (!line.held && !line.waiting.isEmpty()) {
            if (steps.size() > STEPS) {
                throw new AssertionError("it goes round in circles");
            }
            deliver(who, line.waiting.element(), now);
        }
    }

    private void deliver(int who, OutboundMessage message, Instant now) {
        switch (decide(who, message, Optional.empty(), now)) {
            case Decision.Send send -> admit(who, message, send.content(), now);
            case Decision.UseTemplate use -> admit(who, message, use.content(), now);
            case Decision.Wait wait -> await(who, message, wait, now);
            case Decision.Refuse refuse -> lines.get(who).waiting.remove();
        }
    }

    private Decision decide(int who, OutboundMessage message, Optional<Hold> hold, Instant now) {
        Optional<TemplateUse> use =
                message.content() instanceof Templated templated
                        ? Optional.of(templated.use())
                        : message.terms().fallback();
        Standing known =
                lines.get(who)
                        .standing
                        .withTemplate(use.map(TemplateUse::name).map(templates::get));
        Standing held = hold.map(known::withHold).orElse(known);
        Decision decision = SendDecision.decide(message, held, world.can(), world.policy(), now);
        steps.add(new Step.Decided(now, who, message, hold, decision));
        return decision;
    }

    private void admit(int who, OutboundMessage message, Outgoing content, Instant now) {
        Initiative initiative = Initiative.of(message.terms(), lines.get(who).standing);
        Optional<Hold> hold = keeper.admit(who, initiative, now);
        if (hold.isEmpty()) {
            call(who, message, content, now);
            return;
        }
        switch (decide(who, message, hold, now)) {
            case Decision.Wait wait -> await(who, message, wait, now);
            case Decision.Refuse refuse -> lines.get(who).waiting.remove();
            case Decision.Send send -> throw new AssertionError("a hold is not minded");
            case Decision.UseTemplate use -> throw new AssertionError("a hold is not minded");
        }
    }

    private void await(int who, OutboundMessage message, Decision.Wait wait, Instant now) {
        if (wait.inOrder()) {
            hold(who, wait.until());
        } else {
            lines.get(who).waiting.remove();
            alarm(who, wait.until(), Optional.of(message));
        }
    }

    private void hold(int who, Instant until) {
        lines.get(who).held = true;
        alarm(who, until, Optional.empty());
    }

    private void alarm(int who, Instant until, Optional<OutboundMessage> back) {
        alarms.add(new Alarm(until.plusSeconds(late()), set++, who, back));
    }

    /** Queues are mostly punctual. */
    private long late() {
        return switch (random.nextInt(12)) {
            case 0 -> random.nextInt(60);
            case 1 -> random.nextInt(3 * 3600);
            default -> 0;
        };
    }

    private void call(int who, OutboundMessage message, Outgoing content, Instant now) {
        Answer answer = provider.call(who, now);
        steps.add(new Step.Called(now, who, message, content, answer));
        Line line = lines.get(who);
        switch (answer) {
            case TAKEN -> {
                keeper.works();
                line.waiting.remove();
                if (message.terms().isUnasked()) {
                    line.standing = noticed(line.standing, now);
                }
            }
            case BLOCKED -> {
                keeper.works();
                line.waiting.remove();
                line.standing = line.standing.withUnreachableSince(Optional.of(now));
            }
            case FAILED -> {
                keeper.fails(now);
                hold(who, now.plus(AGAIN));
            }
            case THROTTLED -> hold(who, throttled(who, now));
        }
    }

    private Standing noticed(Standing was, Instant now) {
        List<Instant> sent = new ArrayList<>(was.notices());
        sent.removeIf(at -> !at.plus(world.policy().period()).isAfter(now));
        sent.add(now);
        return was.withNotices(sent);
    }

    private Instant throttled(int who, Instant now) {
        if (provider.slow().isAfter(now)) {
            keeper.throttle(provider.slow());
            return provider.slow();
        }
        keeper.throttle(who, provider.slowTo(who));
        return provider.slowTo(who);
    }
}
