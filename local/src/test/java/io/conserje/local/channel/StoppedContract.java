package io.conserje.local.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.SendOutcome;
import io.conserje.local.emulator.Gesture;
import io.conserje.model.Contact;
import io.conserje.model.Outgoing;
import io.conserje.model.Receipt;
import io.conserje.model.Receipt.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who takes no message of ours, and until when. */
interface StoppedContract extends OnALine {

    @Test
    default void who_blocked_us_is_not_reached() {
        Customer ana = line().somebody();
        ana.does(new Gesture.Block(true));

        if (is(Known.STOPPED_IS_NOT_TOLD)) {
            assertTold(ana, List.of(Progress.SENT));
            return;
        }
        assertStopped(ana);
    }

    @Test
    default void who_never_wrote_to_us_is_not_reached() {
        if (is(Known.REACHES_STRANGERS)) {
            assertTold(
                    line().stranger(), List.of(Progress.SENT, Progress.DELIVERED, Progress.READ));
            return;
        }
        assertStopped(line().stranger());
    }

    @Test
    default void whom_the_provider_cannot_know_is_refused_without_being_named() {
        Contact nobody =
                new Contact(
                        Optional.of("zarzamora"),
                        Optional.empty(),
                        Optional.of("Zoe Zarza"),
                        Optional.empty());

        String reason =
                new Customer(line(), "34600000001", nobody)
                        .gets(new Outgoing.Say("hola"))
                        .rejected();

        assertFalse(reason.isBlank());
        assertFalse(reason.toLowerCase(Locale.ROOT).contains("zarza"), reason);
    }

    @Test
    default void who_let_us_in_again_is_reached() {
        Customer ana = line().somebody();
        ana.does(new Gesture.Block(true));
        ana.gets(new Outgoing.Say("¿Sigues ahí?"));
        ana.does(new Gesture.Block(false));
        ana.says("aquí estoy");

        Sent sent = ana.gets(new Outgoing.Say("Bien."));

        sent.accepted();
        assertEquals("Bien.", ana.shown().text());
        assertTrue(sent.receipts().stream().noneMatch(StoppedContract::isFailure));
    }

    @Test
    default void as_long_as_the_window_is_open_anything_arrives_and_afterwards_nothing() {
        Optional<Duration> window = line().can().window();
        Customer ana = line().somebody();

        line().passes(window.orElse(Duration.ofDays(400)).minusSeconds(1));
        Sent last = ana.gets(new Outgoing.Say("a tiempo"));
        line().passes(Duration.ofSeconds(2));
        Sent late = ana.gets(new Outgoing.Say("tarde"));

        last.accepted();
        assertTrue(last.receipts().stream().noneMatch(StoppedContract::isFailure));
        assertEquals(
                window.isPresent(),
                !(late.outcome() instanceof SendOutcome.Accepted)
                        || late.receipts().stream().anyMatch(StoppedContract::isFailure));
    }

    private static void assertTold(Customer customer, List<Progress> progress) {
        Sent sent = customer.gets(new Outgoing.Say("zarzamora"));
        sent.accepted();
        assertEquals(progress, sent.receipts().stream().map(Receipt::progress).toList());
    }

    private void assertStopped(Customer customer) {
        Sent sent = customer.gets(new Outgoing.Say("zarzamora"));
        if (is(Known.STOPPED_IS_TOLD_LATER)) {
            String name = sent.accepted();
            Receipt failure = sent.receipts().getLast();
            assertTrue(isFailure(failure), failure::toString);
            assertEquals(name, failure.providerId());
            assertEquals(Optional.of(sent.message().id()), failure.message());
            assertFalse(failure.failure().orElse("").isBlank(), failure::toString);
            return;
        }
        String reason = assertInstanceOf(SendOutcome.ContactStopped.class, sent.outcome()).reason();
        assertFalse(reason.isBlank() || reason.contains("zarzamora"), reason);
        assertTrue(customer.fromUs().isEmpty());
    }

    private static boolean isFailure(Receipt receipt) {
        return receipt.progress() == Progress.FAILED;
    }
}
