package io.conserje.engine.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.model.AccountRef;
import io.conserje.model.Capabilities;
import io.conserje.model.Contact;
import io.conserje.model.ConversationId;
import io.conserje.model.CorrelationId;
import io.conserje.model.MediaKind;
import io.conserje.model.OptionLimits;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import io.conserje.model.Pace;
import io.conserje.model.ProjectId;
import io.conserje.model.Template;
import io.conserje.model.TemplateUse;
import io.conserje.model.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One message that is about to leave, and everything that the decision is told. By default nothing
 * speaks against it: a notice to Ana on a Wednesday morning in Panama, who wrote a moment ago.
 */
record Sending(
        Outgoing content,
        Terms terms,
        Standing ana,
        Capabilities can,
        SendPolicy policy,
        Instant now) {

    static final ZoneId PANAMA = ZoneId.of("America/Panama");
    static final Instant MORNING = Instant.parse("2026-03-11T15:00:00Z");
    static final Outgoing HELLO = new Outgoing.Say("Le esperamos mañana.");

    private static final ProjectId CLINIC = new ProjectId("clinica");
    private static final AccountRef ACCOUNT = new AccountRef("whatsapp", "clinica");
    private static final Contact ANA = Contact.ofPhone("50760000000");

    /** As much as WhatsApp, and only within a day of the customer's last message. */
    static final Capabilities WHATSAPP =
            new Capabilities(
                    Optional.of(Duration.ofHours(24)),
                    true,
                    4096,
                    1024,
                    1024,
                    new OptionLimits(3, 20, 256),
                    new OptionLimits(10, 24, 200),
                    20,
                    Map.of(MediaKind.IMAGE, 5_000_000L, MediaKind.DOCUMENT, 100_000_000L),
                    Map.of(),
                    true,
                    true,
                    Pace.perSecond(80),
                    new Pace(Duration.ofSeconds(6), 45));

    /** Text at any time and nothing else. */
    static final Capabilities TEXT_ONLY =
            new Capabilities(
                    Optional.empty(),
                    false,
                    160,
                    160,
                    0,
                    OptionLimits.NONE,
                    OptionLimits.NONE,
                    0,
                    Map.of(),
                    Map.of(),
                    false,
                    false,
                    Pace.perSecond(1),
                    Pace.perSecond(1));

    static Sending notice() {
        return new Sending(
                HELLO,
                new Terms(
                        Terms.Purpose.NOTICE, Optional.empty(), Optional.empty(), Optional.empty()),
                Standing.unknown().withLastInbound(MORNING.minusSeconds(60)),
                WHATSAPP,
                SendPolicy.usual(PANAMA),
                MORNING);
    }

    static Sending of(Terms.Purpose purpose) {
        return notice().withPurpose(purpose);
    }

    Sending withPurpose(Terms.Purpose purpose) {
        return with(new Terms(purpose, terms.urgentUntil(), terms.expiresAt(), terms.fallback()));
    }

    Sending urgentUntil(Instant end) {
        return with(
                new Terms(terms.purpose(), Optional.of(end), terms.expiresAt(), terms.fallback()));
    }

    Sending expiring(Instant end) {
        return with(
                new Terms(
                        terms.purpose(), terms.urgentUntil(), Optional.of(end), terms.fallback()));
    }

    Sending fallingBackTo(TemplateUse use) {
        return with(
                new Terms(
                        terms.purpose(), terms.urgentUntil(), terms.expiresAt(), Optional.of(use)));
    }

    Sending with(Terms other) {
        return new Sending(content, other, ana, can, policy, now);
    }

    Sending saying(Outgoing other) {
        return new Sending(other, terms, ana, can, policy, now);
    }

    Sending to(Standing other) {
        return new Sending(content, terms, other, can, policy, now);
    }

    Sending over(Capabilities other) {
        return new Sending(content, terms, ana, other, policy, now);
    }

    Sending under(SendPolicy other) {
        return new Sending(content, terms, ana, can, other, now);
    }

    Sending at(Instant moment) {
        return new Sending(content, terms, ana, can, policy, moment);
    }

    /** At a time of a day, by the clock of the business. Ana wrote a minute before. */
    Sending atTheBusiness(String localTime) {
        Instant moment = LocalDateTime.parse(localTime).atZone(policy.zone()).toInstant();
        return at(moment).to(ana.withLastInbound(moment.minusSeconds(60)));
    }

    Sending quiet(ZoneId zone, String from, String to) {
        return under(
                new SendPolicy(
                        zone,
                        Optional.of(new QuietHours(LocalTime.parse(from), LocalTime.parse(to))),
                        policy.notices(),
                        policy.period()));
    }

    Sending withRegistered(Template template) {
        return to(ana.withTemplate(Optional.of(template)));
    }

    Decision decide() {
        OutboundMessage message =
                new OutboundMessage(
                        new OutboundId(ConversationId.of(CLINIC, ACCOUNT, ANA), 1),
                        CLINIC,
                        ACCOUNT,
                        ANA,
                        Optional.empty(),
                        content,
                        terms,
                        new CorrelationId("request-1"),
                        now);
        return SendDecision.decide(message, ana, can, policy, now);
    }

    /** What leaves. */
    Outgoing sent() {
        return assertInstanceOf(Decision.Send.class, decide()).content();
    }

    /** Until when it waits. */
    Instant waits() {
        return assertInstanceOf(Decision.Wait.class, decide()).until();
    }

    /** Why it is never sent: the key of the reason. */
    String refused() {
        return assertInstanceOf(Decision.Refuse.class, decide()).reason().key();
    }

    void isSent() {
        assertInstanceOf(Decision.Send.class, decide());
    }

    void isRefused(String key, Map<String, String> names) {
        assertEquals(
                new Reason(key, names), assertInstanceOf(Decision.Refuse.class, decide()).reason());
    }

    static Template template(Template.Status status) {
        return template("Hola {{nombre}}, a las {{hora}}.", List.of())
                .with(status, Optional.empty());
    }

    static Template template(String body, List<String> buttons) {
        return new Template(
                "cita",
                "es",
                Template.Category.UTILITY,
                body,
                buttons,
                Template.Status.APPROVED,
                Optional.empty());
    }

    static TemplateUse use(Map<String, String> values, String... buttonIds) {
        return new TemplateUse("cita", "es", values, List.of(buttonIds));
    }

    /** One that fits {@link #template(Template.Status)}. */
    static TemplateUse use() {
        return use(Map.of("nombre", "Ana", "hora", "9:00"));
    }
}
