package io.conserje.engine.send;

import io.conserje.engine.fit.Breach;
import io.conserje.engine.fit.Fit;
import io.conserje.engine.send.Decision.Refuse;
import io.conserje.engine.send.Decision.Send;
import io.conserje.engine.send.Decision.UseTemplate;
import io.conserje.engine.send.Decision.Wait;
import io.conserje.model.Capabilities;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import io.conserje.model.Outgoing.Templated;
import io.conserje.model.Template;
import io.conserje.model.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What speaks for or against a message, in the order in which it is asked; the first that has
 * something to say decides. The list is the page of requirements.
 */
final class SendRules {
    /** What leaves must still arrive within the window. */
    private static final Duration ON_THE_WAY = Duration.ofMinutes(1);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final OutboundMessage message;
    private final Standing standing;
    private final Capabilities can;
    private final SendPolicy policy;
    private final Instant now;

    SendRules(
            OutboundMessage message,
            Standing standing,
            Capabilities can,
            SendPolicy policy,
            Instant now) {
        this.message = message;
        this.standing = standing;
        this.can = can;
        this.policy = policy;
        this.now = now;
    }

    /** A rule by its name, which is what is kept with the message. */
    record Rule(String name, Function<String, Optional<Decision>> decides) {
        Optional<Decision> decide() {
            return decides.apply(name);
        }
    }

    List<Rule> all() {
        return List.of(
                new Rule("not after it has expired", this::hasExpired),
                new Rule("not to who asked us to stop", this::asksUsToStop),
                new Rule("not to who cannot be reached", this::cannotBeReached),
                new Rule("no marketing without consent", this::lacksConsent),
                new Rule("only what the account can carry", this::cannotBeCarried),
                new Rule("no template that would be refused", this::templateIsNoGood),
                new Rule("nothing in quiet hours that is not urgent", this::disturbs),
                new Rule("no more notices than the policy allows", this::comesTooOften),
                new Rule("only a template outside the window", this::windowIsClosed),
                new Rule("not while the provider takes nothing", this::isHeld),
                new Rule("nothing speaks against it", this::isFine));
    }

    private Optional<Decision> hasExpired(String rule) {
        return expires()
                .filter(at -> !now.isBefore(at))
                .map(at -> new Refuse(rule, new Reason("expired", Map.of("at", local(at)))));
    }

    private Optional<Instant> expires() {
        return message.terms().expiresAt();
    }

    private Optional<Decision> asksUsToStop(String rule) {
        return standing.stoppedAt()
                .filter(at -> message.terms().purpose() != Terms.Purpose.STOP_CONFIRMATION)
                .map(at -> new Refuse(rule, new Reason("stopped", Map.of("at", local(at)))));
    }

    private Optional<Decision> cannotBeReached(String rule) {
        return standing.unreachableSince()
                .map(at -> new Refuse(rule, new Reason("unreachable", Map.of("at", local(at)))));
    }

    private Optional<Decision> lacksConsent(String rule) {
        return message.terms().purpose() == Terms.Purpose.MARKETING && !standing.marketing()
                ? Optional.of(new Refuse(rule, Reason.of("no-consent")))
                : Optional.empty();
    }

    private Optional<Decision> cannotBeCarried(String rule) {
        List<Outgoing> parts = Fit.fit(message.content(), can);
        if (parts.size() > 1) {
            return Optional.of(
                    new Refuse(
                            rule,
                            new Reason(
                                    "several", Map.of("parts", Integer.toString(parts.size())))));
        }
        return Breach.of(parts.getFirst(), can)
                .map(breach ->
                        new Refuse(
                                rule,
                                new Reason(
                                        breach.takes() == 0 ? "cannot-carry" : "too-much",
                                        Map.of(
                                                "field", breach.field(),
                                                "has", Long.toString(breach.has()),
                                                "takes", Long.toString(breach.takes())))));
    }

    /** Only when a template is what would be sent now. */
    private Optional<Decision> templateIsNoGood(String rule) {
        return message.content() instanceof Templated templated
                ? TemplateCheck.fault(templated.use(), standing)
                        .map(fault -> new Refuse(rule, fault))
                : Optional.empty();
    }

    private Optional<Decision> disturbs(String rule) {
        boolean urgent = message.terms().urgentUntil().filter(now::isBefore).isPresent();
        return policy.quiet()
                .filter(hours -> !urgent && hours.contains(now, policy.zone()))
                .map(hours -> hours.endAfter(now, policy.zone()))
                .map(end -> later(rule, end, new Reason("quiet", Map.of("until", local(end)))));
    }

    private Optional<Decision> comesTooOften(String rule) {
        List<Instant> recent =
                standing.notices().stream()
                        .filter(at -> at.plus(policy.period()).isAfter(now))
                        .sorted()
                        .toList();
        if (!message.terms().isUnasked() || recent.size() < policy.notices()) {
            return Optional.empty();
        }
        if (policy.notices() == 0) {
            return Optional.of(new Refuse(rule, Reason.of("no-notices")));
        }
        Instant free = recent.get(recent.size() - policy.notices()).plus(policy.period());
        Reason reason =
                new Reason(
                        "too-often",
                        Map.of(
                                "most", Integer.toString(policy.notices()),
                                "hours", Long.toString(policy.period().toHours()),
                                "until", local(free)));
        return Optional.of(later(rule, free, reason));
    }

    private Optional<Decision> windowIsClosed(String rule) {
        if (message.content() instanceof Templated || windowIsOpen()) {
            return Optional.empty();
        }
        if (!can.templates() || message.terms().fallback().isEmpty()) {
            return Optional.of(new Refuse(rule, window("window-closed")));
        }
        Optional<Decision> held = isHeld("not while the provider takes nothing");
        return Optional.of(
                TemplateCheck.fault(message.terms().fallback().get(), standing)
                        .<Decision>map(fault -> new Refuse(rule, fault))
                        .or(() -> held)
                        .orElseGet(() -> useTemplate(rule)));
    }

    private Decision useTemplate(String rule) {
        Template template = standing.template().orElseThrow();
        Templated content =
                message.terms()
                        .fallback()
                        .map(use -> new Templated(use, template.filled(use)))
                        .orElseThrow();
        return new UseTemplate(content, rule, window("template-used"));
    }

    private Reason window(String key) {
        return new Reason(
                key,
                Map.of(
                        "hours",
                        can.window().map(Duration::toHours).map(String::valueOf).orElse("0"),
                        "last",
                        standing.lastInbound().map(this::local).orElse("—"),
                        "template",
                        message.terms().fallback().map(use -> use.name()).orElse("—")));
    }

    private boolean windowIsOpen() {
        return can.window()
                .map(window ->
                        standing.lastInbound()
                                .filter(at -> now.isBefore(at.plus(window).minus(ON_THE_WAY)))
                                .isPresent())
                .orElse(true);
    }

    private Optional<Decision> isHeld(String rule) {
        return standing.hold()
                .filter(hold -> hold.until().isAfter(now))
                .map(hold -> {
                    Reason reason =
                            new Reason(
                                    "held." + hold.kind().name().toLowerCase(Locale.ROOT),
                                    Map.of("until", local(hold.until())));
                    return inTime(rule, hold.until(), !hold.kind().isLong(), reason);
                });
    }

    private Optional<Decision> isFine(String rule) {
        Outgoing part = Fit.fit(message.content(), can).getFirst();
        String key =
                part instanceof Templated
                        ? "fine.template"
                        : part.equals(message.content()) ? "fine" : "fine.changed";
        return Optional.of(new Send(part, rule, Reason.of(key)));
    }

    private Decision later(String rule, Instant until, Reason reason) {
        return inTime(rule, until, false, reason);
    }

    /** To wait for longer than it is good for is to refuse it, and better now than then. */
    private Decision inTime(String rule, Instant until, boolean inOrder, Reason reason) {
        return expires()
                .filter(at -> !until.isBefore(at))
                .<Decision>map(at ->
                        new Refuse(
                                rule,
                                new Reason(
                                        "too-late",
                                        Map.of("until", local(until), "at", local(at)))))
                .orElseGet(() -> new Wait(until, inOrder, rule, reason));
    }

    private String local(Instant moment) {
        ZonedDateTime there = moment.atZone(policy.zone());
        return MOMENT.format(there);
    }
}
