package io.conserje.local.eval;

import io.conserje.application.booking.BookingStore;
import io.conserje.application.booking.KeepBookings;
import io.conserje.application.booking.Tools;
import io.conserje.engine.Business;
import io.conserje.engine.Engine;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.tool.Cause;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.model.AccountRef;
import io.conserje.model.Contact;
import io.conserje.model.ConversationId;
import io.conserje.model.MessageId;
import io.conserje.model.ProjectId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Opens a desk for each dialogue, under a project of its own, so that none sees what another
 * booked.
 */
final class EngineDesks implements Subjects.Desks {
    private final Function<String, Business> businesses;
    private final Function<Business, Engine> engines;
    private final BookingStore store;
    private final Tools tools;
    private int opened;
    private int customers;

    EngineDesks(
            Function<String, Business> businesses,
            Function<Business, Engine> engines,
            BookingStore store) {
        this.businesses = businesses;
        this.engines = engines;
        this.store = store;
        this.tools = new KeepBookings(store);
    }

    @Override
    public Desk open(Dialogue.Opening opening) {
        Business profile = businesses.apply(opening.project());
        Business own = profile.of(new ProjectId(opening.project() + "-" + opened++));
        Instant now = opening.now().toInstant();
        Customer customer = customer(own, opening.channel());
        opening.booked().forEach(taken -> book(own, customer(own, "whatsapp"), taken, now));
        opening.mine().forEach(taken -> book(own, customer, taken, now));
        return new EngineDesk(engines.apply(profile), own, tools, store, customer, now);
    }

    private Customer customer(Business business, String channel) {
        AccountRef account = new AccountRef(channel, "eval");
        Contact contact =
                Contact.ofPhone(String.format(Locale.ROOT, "346%08d", 10_000_000 + customers++));
        return new Customer(
                account,
                contact,
                ConversationId.of(business.project(), account, contact),
                business.language());
    }

    private void book(Business business, Customer customer, Dialogue.Taken taken, Instant now) {
        String before = "before-" + taken.service() + taken.start();
        ToolCall hold =
                new ToolCall.Hold(
                        new Cause(new MessageId(before), 0),
                        taken.service(),
                        taken.professional(),
                        taken.start().atZone(business.zone()).toInstant(),
                        taken.party(),
                        taken.name(),
                        Optional.empty());
        Booking held = done(tools.perform(hold, business, customer, now), taken);
        ToolCall confirm = new ToolCall.Confirm(new Cause(new MessageId(before), 1), held.id());
        done(tools.perform(confirm, business, customer, now), taken);
    }

    private static Booking done(ToolResult result, Dialogue.Taken taken) {
        if (result instanceof ToolResult.Done(Booking booking)) {
            return booking;
        }
        throw new IllegalStateException(
                "what should be there beforehand is not: " + taken + ": " + result);
    }
}
