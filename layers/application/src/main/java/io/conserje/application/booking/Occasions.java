package io.conserje.application.booking;

import io.conserje.engine.Business;
import io.conserje.engine.PhraseBook;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.booking.Due;
import io.conserje.model.Arrival;
import io.conserje.model.Content;
import io.conserje.model.CorrelationId;
import io.conserje.model.InboundMessage;
import io.conserje.model.Language;
import io.conserje.model.MessageId;
import io.conserje.model.Outgoing;
import io.conserje.model.Outgoing.Option;
import io.conserje.model.TemplateUse;
import io.conserje.model.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the clock has to say, as it is put into the inbound queue: it takes its turn in the
 * customer's conversation, and leaves through the send decision.
 */
final class Occasions {
    private static final List<String> ANSWERS = List.of("assure", "change", "cancel");

    private final PhraseBook book;
    private final ReminderTemplates templates;

    Occasions(PhraseBook book, ReminderTemplates templates) {
        this.book = book;
        this.templates = templates;
    }

    /** Said from quiet hours on, and not once the appointment has begun. */
    Arrival reminder(Business business, Booking booking, Due due, Instant now) {
        Language language = booking.customer().language();
        List<Option> options =
                ANSWERS.stream()
                        .map(answer ->
                                new Option(
                                        answer + ":" + booking.id(),
                                        say(language, "reminder." + answer)))
                        .toList();
        Told told = Told.of(business, booking);
        Outgoing ask =
                new Outgoing.Ask(
                        book.say(language, "reminder", names(told, language, now)),
                        say(language, "reminder.open"),
                        options);
        Optional<TemplateUse> fallback =
                templates.use(business, booking, told, options.stream().map(Option::id).toList());
        return arrival(
                business,
                booking.customer(),
                "reminder:" + booking.id() + ":" + due.fence() + ":" + due.at(),
                ask,
                notice(booking.slot().start(), fallback),
                now);
    }

    /**
     * @param hold kept for them while they make up their mind
     */
    Arrival offer(Business business, Booking hold, Instant until, Instant now) {
        Language language = hold.customer().language();
        List<Option> options =
                Stream.of("yes", "no")
                        .map(answer ->
                                new Option(
                                        "offer-" + answer + ":" + hold.id(),
                                        say(language, "offer." + answer)))
                        .toList();
        Told told = Told.of(business, hold);
        String ends = told.words().time(until.atZone(business.zone()).toLocalTime());
        Map<String, String> names = names(told, language, now);
        names.put("until", ends);
        return arrival(
                business,
                hold.customer(),
                "offer:" + hold.id(),
                new Outgoing.Ask(
                        book.say(language, "offer", names), say(language, "offer.open"), options),
                notice(until, Optional.empty()),
                now);
    }

    private Map<String, String> names(Told told, Language language, Instant now) {
        Map<String, String> names = told.names();
        String when = book.say(language, told.when(now), Map.of("when", told.date()));
        names.put("when", when);
        return names;
    }

    private String say(Language language, String key) {
        return book.say(language, key, Map.of());
    }

    private static Terms notice(Instant expiresAt, Optional<TemplateUse> fallback) {
        return new Terms(Terms.Purpose.NOTICE, Optional.empty(), Optional.of(expiresAt), fallback);
    }

    private static Arrival arrival(
            Business business,
            Customer customer,
            String id,
            Outgoing say,
            Terms terms,
            Instant now) {
        return new Arrival(
                business.project(),
                customer.account(),
                Optional.of(customer.contact()),
                List.of(
                        InboundMessage.of(
                                new MessageId(id), now, new Content.Occasion(say, terms))),
                new CorrelationId(id),
                now);
    }
}
