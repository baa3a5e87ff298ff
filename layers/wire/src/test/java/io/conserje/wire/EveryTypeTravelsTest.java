package io.conserje.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.engine.Business;
import io.conserje.engine.Session;
import io.conserje.engine.booking.Agenda;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.DaySheet;
import io.conserje.engine.booking.Due;
import io.conserje.engine.booking.LogEntry;
import io.conserje.engine.booking.Refusal;
import io.conserje.engine.booking.Waiting;
import io.conserje.engine.tool.ToolResult;
import io.conserje.engine.when.Clock;
import io.conserje.engine.when.Doubt;
import io.conserje.model.Account;
import io.conserje.model.Arrival;
import io.conserje.model.Content;
import io.conserje.model.Filing;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import io.conserje.model.Template;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EveryTypeTravelsTest {
    private final Wire wire = new Wire();

    @Test
    void thereIsASampleOfEveryType() {
        assertEquals(permitted(Content.class), types(Samples.contents()));
        assertEquals(permitted(Outgoing.class), types(Samples.outgoings()));
        assertEquals(permitted(Filing.class), types(Samples.filings()));
        assertEquals(permitted(Session.Phase.class), types(Samples.phases()));
        assertEquals(permitted(Clock.class), types(BookingSamples.clocks()));
        assertEquals(permitted(Doubt.class), types(BookingSamples.doubts()));
        assertEquals(permitted(Booking.State.class), types(BookingSamples.states()));
        assertEquals(permitted(Refusal.class), types(BookingSamples.refusals()));
        assertEquals(permitted(ToolResult.class), types(BookingSamples.results()));
    }

    @Test
    void anArrivalOfEveryKindIsReadAsItWasWritten() {
        travels(Samples.arrival(), Arrival.class);
    }

    @Test
    void whatWeSayIsReadAsItWasWritten() {
        Samples.outgoings()
                .forEach(content -> travels(Samples.outbound(content), OutboundMessage.class));
    }

    @Test
    void aSessionInAnyPhaseIsReadAsItWasWritten() {
        Samples.phases().forEach(phase -> travels(Samples.session(phase), Session.class));
        travels(Session.fresh(), Session.class);
    }

    @Test
    void whatTheDirectoryHoldsIsReadAsItWasWritten() {
        travels(Samples.account(), Account.class);
        travels(Samples.business(), Business.class);
        travels(Samples.businessThatBooks(), Business.class);
        travels(Samples.template(), Template.class);
    }

    @Test
    void aBookingAndAllThatIsKeptOfItIsReadAsItWasWritten() {
        BookingSamples.states()
                .forEach(state -> travels(BookingSamples.booking(state), Booking.class));
        travels(BookingSamples.sheet(), DaySheet.class);
        travels(BookingSamples.agenda(), Agenda.class);
        travels(BookingSamples.logEntry(), LogEntry.class);
        travels(BookingSamples.due(), Due.class);
        BookingSamples.clocks()
                .forEach(clock -> travels(BookingSamples.waiting(clock), Waiting.class));
    }

    @Test
    void whatCameOfACallIsReadAsItWasWritten() {
        BookingSamples.results().forEach(result -> travels(result, ToolResult.class));
        BookingSamples.refusals()
                .forEach(why -> travels(new ToolResult.Refused(why), ToolResult.class));
    }

    @Test
    void whyADateIsDoubtedIsReadAsItWasWritten() {
        BookingSamples.doubts().forEach(doubt -> travels(doubt, Doubt.class));
    }

    private <T> void travels(T value, Class<T> type) {
        assertEquals(value, wire.read(wire.write(value), type));
    }

    private static Set<Class<?>> permitted(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses()).collect(Collectors.toSet());
    }

    private static Set<Class<?>> types(List<?> samples) {
        return samples.stream().map(Object::getClass).collect(Collectors.toSet());
    }
}
