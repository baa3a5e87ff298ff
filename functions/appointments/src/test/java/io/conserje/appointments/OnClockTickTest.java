package io.conserje.appointments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.application.Unavailable;
import io.conserje.application.booking.BookingStore;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoBookings;
import io.conserje.aws.DynamoDirectory;
import io.conserje.aws.Env;
import io.conserje.engine.Business;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Change;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.booking.Due;
import io.conserje.engine.booking.Slot;
import io.conserje.engine.send.SendPolicy;
import io.conserje.model.Language;
import io.conserje.testkit.Arrivals;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.Messages;
import io.conserje.testkit.aws.EmbeddedStage;
import io.conserje.testkit.aws.EmbeddedStages;
import io.conserje.testkit.aws.Events;
import io.conserje.testkit.aws.LambdaCall;
import io.conserje.testkit.aws.LogLines;
import io.conserje.wire.Wire;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.model.Message;

@ExtendWith(EmbeddedStages.class)
class OnClockTickTest {
    private static final Instant START = Instant.parse("2099-03-12T16:00:00Z");

    private final EmbeddedStage stage;
    private final AwsClients clients;
    private final BookingStore store;
    private final OnClockTick function;

    OnClockTickTest(EmbeddedStage stage) {
        this.stage = stage;
        Env env = stage::variable;
        this.clients = new AwsClients(env);
        this.store = new DynamoBookings(clients, env, new Wire());
        new DynamoDirectory(clients, env, new Wire(), InstantSource.fixed(Messages.MORNING))
                .put(neverQuiet());
        this.function = new OnClockTick(ApplicationContext.builder().singletons(env));
    }

    @AfterEach
    void close() {
        function.close();
        clients.close();
    }

    /** Whatever the time is when the test runs. */
    private static Business neverQuiet() {
        Business clinic = Businesses.clinic();
        return new Business(
                clinic.project(),
                clinic.name(),
                clinic.language(),
                clinic.zone(),
                clinic.hours(),
                clinic.topics(),
                new SendPolicy(clinic.zone(), Optional.empty(), 3, Duration.ofDays(1)),
                clinic.locale(),
                clinic.appointments());
    }

    private void anIsRemindedOf(String code) {
        Slot slot = new Slot("cleaning", "ruiz", START, START.plusSeconds(1800), START);
        Booking booking =
                new Booking(
                        new BookingId(code),
                        Businesses.CLINIC,
                        1,
                        slot,
                        1,
                        "Ana",
                        new Customer(
                                Businesses.ACCOUNT,
                                Arrivals.ANA,
                                Arrivals.conversationOf(Arrivals.ANA),
                                Language.ES),
                        new Booking.Confirmed(Messages.MORNING));
        store.write(
                Businesses.CLINIC,
                new Change(
                        List.of(),
                        List.of(),
                        List.of(booking),
                        List.of(),
                        List.of(new Due(Messages.MORNING, Due.Kind.REMIND, booking.id(), 1, slot)),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty()),
                Messages.MORNING);
    }

    private Map<String, Integer> tick() {
        return function.handleRequest(
                Events.schedule("AppointmentsFunction/tick.json"), LambdaCall.withTime());
    }

    @Test
    void a_tick_puts_what_is_due_into_the_inbound_queue_once() {
        anIsRemindedOf("K7M2QX");

        assertEquals(1, tick().get("reminded"));
        assertEquals(0, tick().get("reminded"));

        List<Message> queued = stage.drain("INBOUND");
        assertEquals(1, queued.size());
        assertTrue(queued.getFirst().body().contains("reminder:K7M2QX:1:"));
        assertTrue(queued.getFirst().body().contains("assure:K7M2QX"));
    }

    @Test
    void what_was_due_is_counted_and_not_told_in_the_log() {
        anIsRemindedOf("K7M2QX");

        try (LogLines lines = LogLines.of("io.conserje.way")) {
            tick();
            tick();

            assertEquals(1, lines.json().size());
            assertEquals("due", lines.json().getFirst().get("word").textValue());
            assertEquals(1, lines.json().getFirst().get("reminded").intValue());
        }
    }

    @Test
    void while_a_table_is_away_nothing_is_lost() {
        anIsRemindedOf("K7M2QX");
        stage.with("BOOKINGS_TABLE", "gone");
        try (OnClockTick cut =
                new OnClockTick(ApplicationContext.builder().singletons((Env) stage::variable))) {
            assertThrows(
                    Unavailable.class,
                    () ->
                            cut.handleRequest(
                                    Events.schedule("AppointmentsFunction/tick.json"),
                                    LambdaCall.withTime()));
        }

        assertEquals(1, tick().get("reminded"));
    }
}
