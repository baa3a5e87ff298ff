package io.conserje.engine.send;

import io.conserje.engine.send.Step.Deed;
import io.conserje.model.AccountRef;
import io.conserje.model.Contact;
import io.conserje.model.ConversationId;
import io.conserje.model.CorrelationId;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import io.conserje.model.Template;
import io.conserje.model.Terms;
import io.conserje.model.Terms.Purpose;
import io.conserje.testkit.Businesses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Some days of one account that nobody thought of: the same seed is always the same history. */
final class History {
    private static final List<Contact> PEOPLE =
            List.of(Contact.ofPhone("50760000000"), Contact.ofPhone("50760000001"));
    private static final List<ConversationId> CONVERSATIONS =
            PEOPLE.stream()
                    .map(one -> ConversationId.of(Businesses.CLINIC, Businesses.ACCOUNT, one))
                    .toList();
    private static final AccountRef ACCOUNT = Businesses.ACCOUNT;
    private static final CorrelationId CORRELATION = new CorrelationId("history");
    private static final List<Template.Status> STATUSES = List.of(Template.Status.values());

    private final SplittableRandom random;
    private final World world;
    private final Shell shell;
    private final Moments moments;
    private Instant now;
    private long sequence;

    History(long seed) {
        random = new SplittableRandom(seed);
        world = World.of(random);
        shell = new Shell(world, PEOPLE.size(), random);
        moments = new Moments(world, random);
        now = moments.first();
    }

    World world() {
        return world;
    }

    /** What has happened so far. */
    List<Step> steps() {
        return shell.steps();
    }

    /** Ends when nothing waits any more. */
    void live() {
        templatesAreRegistered();
        int things = 4 + random.nextInt(10);
        for (int i = 0; i < things; i++) {
            now = moments.after(now);
            shell.until(now);
            somethingHappens(random.nextInt(PEOPLE.size()));
        }
        shell.until(Instant.MAX);
    }

    private void templatesAreRegistered() {
        for (Template template : Samples.TEMPLATES) {
            if (random.nextInt(6) > 0) {
                Template.Status status =
                        random.nextInt(3) > 0
                                ? Template.Status.APPROVED
                                : World.any(STATUSES, random);
                shell.tells(template.with(status, Optional.empty()), now);
            }
        }
    }

    private void somethingHappens(int who) {
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> {
                does(who, Deed.WRITES);
                queue(who, Purpose.ANSWER);
            }
            case 3, 4 -> queue(who, Purpose.ANSWER);
            case 5 -> {
                does(who, Deed.STOPS);
                queue(who, Purpose.STOP_CONFIRMATION);
            }
            case 6 -> does(who, random.nextBoolean() ? Deed.STARTS : Deed.WRITES);
            case 7 -> reaches(who);
            case 8 -> does(who, random.nextInt(4) > 0 ? Deed.WANTS_OFFERS : Deed.REFUSES_OFFERS);
            case 9 -> templateNews();
            case 10 -> trouble(who);
            case 11, 12, 13 -> queue(who, Purpose.NOTICE);
            default -> queue(who, Purpose.MARKETING);
        }
    }

    private void does(int who, Deed deed) {
        Instant sent = now.minusSeconds(random.nextInt(4));
        shell.does(who, deed, sent, now);
        world.can()
                .window()
                .ifPresent(window -> moments.matters(sent.plus(window).minusSeconds(60)));
    }

    private void reaches(int who) {
        switch (random.nextInt(3)) {
            case 0 -> shell.provider().blocks(who, true);
            case 1 -> shell.does(who, Deed.BLOCKS, now, now);
            default -> shell.does(who, Deed.UNBLOCKS, now, now);
        }
    }

    private void templateNews() {
        shell.tells(
                World.any(Samples.TEMPLATES, random)
                        .with(World.any(STATUSES, random), Optional.of("QUALITY")),
                now);
    }

    /** It is noticed only by who sends. */
    private void trouble(int who) {
        Instant until = now.plusSeconds(1 + random.nextInt(1200));
        switch (random.nextInt(3)) {
            case 0 -> shell.provider().goesDown(until);
            case 1 -> shell.provider().slowsDown(until);
            default -> shell.provider().slowsDown(who, until);
        }
        for (int i = 0; i < PEOPLE.size(); i++) {
            queue(i, Purpose.ANSWER);
        }
    }

    /** One message, or several at once. */
    private void queue(int who, Purpose purpose) {
        int several = random.nextInt(3) > 0 ? 1 : 2 + random.nextInt(3);
        for (int i = 0; i < several; i++) {
            OutboundMessage message = message(who, terms(purpose));
            message.terms().expiresAt().ifPresent(moments::matters);
            message.terms().urgentUntil().ifPresent(moments::matters);
            shell.queue(who, message, now);
        }
    }

    private OutboundMessage message(int who, Terms terms) {
        return new OutboundMessage(
                new OutboundId(CONVERSATIONS.get(who), ++sequence),
                Businesses.CLINIC,
                ACCOUNT,
                PEOPLE.get(who),
                Optional.empty(),
                content(),
                terms,
                CORRELATION,
                now);
    }

    private Outgoing content() {
        return World.any(random.nextInt(3) > 0 ? Samples.PLAIN : Samples.UNUSUAL, random);
    }

    private Terms terms(Purpose purpose) {
        return new Terms(
                purpose,
                random.nextBoolean() ? Optional.empty() : Optional.of(soon(3600)),
                random.nextBoolean() ? Optional.empty() : Optional.of(soon(36 * 3600)),
                random.nextBoolean() ? Optional.empty() : Optional.of(Samples.use(random)));
    }

    /** Now and then the very moment that comes next, or one that is over. */
    private Instant soon(int seconds) {
        return switch (random.nextInt(8)) {
            case 0 -> moments.after(now);
            case 1 -> now.plus(Duration.ofSeconds(random.nextInt(120)));
            case 2 -> now.minusSeconds(random.nextInt(2));
            default -> now.plusSeconds(random.nextInt(seconds));
        };
    }
}
