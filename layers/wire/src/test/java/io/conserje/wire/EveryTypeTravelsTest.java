package io.conserje.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.engine.Business;
import io.conserje.engine.Session;
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
        travels(Samples.template(), Template.class);
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
