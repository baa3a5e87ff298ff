package io.conserje.engine.send;

import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import io.conserje.model.Template;
import io.conserje.model.Template.Category;
import io.conserje.model.TemplateUse;
import io.conserje.model.Terms.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is true at a moment of a history, gathered from its steps and put as the requirements put
 * it. Nothing here asks the rules.
 */
final class Facts {
    private static final Duration ON_THE_WAY = Duration.ofMinutes(1);
    private static final List<String> BREAKING = List.of("\n", "\r", "\t", "     ");

    private final World world;
    private final Optional<WallClock> clock;
    private final Map<Integer, Person> people = new HashMap<>();
    private final Map<String, Template> templates = new HashMap<>();

    private static final class Person {
        Optional<Instant> wrote = Optional.empty();
        boolean stopped;
        boolean unreachable;
        boolean wantsOffers;
        final List<Instant> notices = new ArrayList<>();
    }

    Facts(World world) {
        this.world = world;
        this.clock = world.policy().quiet().map(hours -> WallClock.of(world.policy(), hours));
    }

    private Person person(int who) {
        return people.computeIfAbsent(who, any -> new Person());
    }

    void learn(Step.Did did) {
        Person person = person(did.who());
        switch (did.deed()) {
            case WRITES -> wrote(person, did.sent());
            case STOPS -> {
                wrote(person, did.sent());
                person.stopped = true;
            }
            case STARTS -> {
                wrote(person, did.sent());
                person.stopped = false;
            }
            case BLOCKS -> person.unreachable = true;
            case UNBLOCKS -> person.unreachable = false;
            case WANTS_OFFERS -> person.wantsOffers = true;
            case REFUSES_OFFERS -> person.wantsOffers = false;
        }
    }

    private static void wrote(Person person, Instant sent) {
        person.unreachable = false;
        if (person.wrote.isEmpty() || person.wrote.get().isBefore(sent)) {
            person.wrote = Optional.of(sent);
        }
    }

    void learn(Template template) {
        templates.put(template.name(), template);
    }

    void learn(Step.Called called) {
        switch (called.answer()) {
            case TAKEN -> {
                if (isUnasked(called.message())) {
                    person(called.who()).notices.add(called.at());
                }
            }
            case BLOCKED -> person(called.who()).unreachable = true;
            case FAILED, THROTTLED -> {}
        }
    }

    static boolean isUnasked(OutboundMessage message) {
        Purpose purpose = message.terms().purpose();
        return purpose == Purpose.NOTICE || purpose == Purpose.MARKETING;
    }

    /** Whether it is no use any more at a moment. */
    boolean expiresBy(OutboundMessage message, Instant at) {
        return message.terms().expiresAt().map(end -> end.compareTo(at) <= 0).orElse(false);
    }

    boolean isSilenced(int who, OutboundMessage message) {
        return person(who).stopped && message.terms().purpose() != Purpose.STOP_CONFIRMATION;
    }

    boolean isUnreachable(int who) {
        return person(who).unreachable;
    }

    boolean isUnwelcome(int who, OutboundMessage message) {
        return message.terms().purpose() == Purpose.MARKETING && !person(who).wantsOffers;
    }

    boolean disturbs(OutboundMessage message, Instant at) {
        boolean urgent = message.terms().urgentUntil().map(end -> end.isAfter(at)).orElse(false);
        return !urgent && clock.map(wall -> wall.quiet(at)).orElse(false);
    }

    Instant quietIsOver(Instant at) {
        return clock.orElseThrow().over(at);
    }

    /** Whether one more unasked message now would be one too many. */
    boolean isTooMuch(int who, OutboundMessage message, Instant at) {
        return isUnasked(message) && notices(who, at) >= world.policy().notices();
    }

    private long notices(int who, Instant at) {
        Duration period = world.policy().period();
        return person(who).notices.stream()
                .filter(sent -> Duration.between(sent, at).compareTo(period) < 0)
                .count();
    }

    /** The first moment at which one more would do. */
    Instant isEnoughOver(int who) {
        return person(who).notices.stream()
                .map(sent -> sent.plus(world.policy().period()))
                .sorted()
                .filter(then -> notices(who, then) < world.policy().notices())
                .findFirst()
                .orElseThrow(() -> new AssertionError("there were no notices at all"));
    }

    /** Whether something that is no template could still arrive. */
    boolean isOpen(int who, Instant at) {
        return world.can().window().isEmpty()
                || person(who)
                        .wrote
                        .map(sent -> Duration.between(sent, at.plus(ON_THE_WAY)))
                        .map(age -> age.compareTo(world.can().window().get()) < 0)
                        .orElse(false);
    }

    /** All that a provider would have against the use of a template, as keys of reasons. */
    Set<String> faults(int who, TemplateUse use) {
        Template template = templates.get(use.name());
        if (template == null) {
            return Set.of("template.unknown");
        }
        Set<String> faults = new HashSet<>();
        switch (template.status()) {
            case APPROVED -> {}
            case PENDING -> faults.add("template.pending");
            case REJECTED -> faults.add("template.rejected");
            case PAUSED -> faults.add("template.paused");
            case DISABLED -> faults.add("template.disabled");
        }
        if (template.category() == Category.MARKETING && !person(who).wantsOffers) {
            faults.add("template.marketing");
        }
        if (template.buttons().size() != use.buttonIds().size()) {
            faults.add("template.buttons");
        }
        use.variables()
                .forEach((name, value) -> fault(template, name, value).ifPresent(faults::add));
        String left = use.variables().keySet().stream().reduce(template.body(), Facts::without);
        if (left.contains("{{")) {
            faults.add("template.missing");
        }
        return faults;
    }

    private static Optional<String> fault(Template template, String name, String value) {
        if (!template.body().contains("{{" + name + "}}")) {
            return Optional.of("template.surplus");
        }
        if (value.isBlank()) {
            return Optional.of("template.missing");
        }
        return BREAKING.stream().anyMatch(value::contains)
                ? Optional.of("template.broken")
                : Optional.empty();
    }

    private static String without(String body, String name) {
        return body.replace("{{" + name + "}}", "");
    }

    /** The text that goes out for a template has nothing left to fill in. */
    static boolean isFilled(Outgoing.Templated sent) {
        return !sent.text().contains("{{");
    }
}
