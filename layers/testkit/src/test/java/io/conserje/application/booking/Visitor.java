package io.conserje.application.booking;

import io.conserje.engine.Business;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.booking.Refusal;
import io.conserje.engine.booking.Slot;
import io.conserje.engine.tool.Cause;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.engine.when.Days;
import io.conserje.model.Contact;
import io.conserje.model.ConversationId;
import io.conserje.model.Language;
import io.conserje.model.MessageId;
import io.conserje.testkit.Businesses;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A customer with the tools in hand. Each call is caused by a message of its own. */
final class Visitor {
    private final Tools tools;
    private final Business business;
    final Customer customer;
    Instant now;
    private int messages;

    Visitor(String phone, Tools tools, Business business, Instant now) {
        this.tools = tools;
        this.business = business;
        this.now = now;
        Contact contact = Contact.ofPhone(phone);
        this.customer =
                new Customer(
                        Businesses.ACCOUNT,
                        contact,
                        ConversationId.of(business.project(), Businesses.ACCOUNT, contact),
                        Language.ES);
    }

    Cause cause() {
        return new Cause(new MessageId("message " + messages++), 0);
    }

    ToolResult does(ToolCall call) {
        return tools.perform(call, business, customer, now);
    }

    ToolResult holds(String service, String professional, Instant start) {
        return does(hold(service, professional, start, 1, Optional.empty()));
    }

    ToolCall.Hold hold(
            String service,
            String professional,
            Instant start,
            int party,
            Optional<BookingId> replaces) {
        return new ToolCall.Hold(cause(), service, professional, start, party, "Ana", replaces);
    }

    ToolResult confirms(BookingId hold) {
        return does(new ToolCall.Confirm(cause(), hold));
    }

    ToolResult cancels(BookingId booking) {
        return does(new ToolCall.Cancel(cause(), booking));
    }

    Booking books(String service, String professional, Instant start) {
        return done(confirms(done(holds(service, professional, start)).id()));
    }

    List<Booking> bookings() {
        return ((ToolResult.Bookings) does(new ToolCall.ListBookings())).bookings();
    }

    List<Slot> finds(String service, Days days) {
        return ((ToolResult.Slots)
                        does(
                                new ToolCall.FindSlots(
                                        service,
                                        Optional.empty(),
                                        days,
                                        Optional.empty(),
                                        1,
                                        false,
                                        100)))
                .slots();
    }

    static Booking done(ToolResult result) {
        return ((ToolResult.Done) result).booking();
    }

    static Refusal refused(ToolResult result) {
        return ((ToolResult.Refused) result).why();
    }
}
