package io.conserje.local.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.Files;
import io.conserje.channel.Secrets;
import io.conserje.channel.SendOutcome;
import io.conserje.local.emulator.FaultDial;
import io.conserje.model.Account;
import io.conserje.model.MediaFile;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import io.conserje.model.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a message is not taken for now: what its sender is told to do. */
interface TroubleContract extends OnALine {

    /** Ports below 1024 are given to nobody who asks for a free one. */
    String NOBODY_LISTENS = "http://127.0.0.1:1";

    @Test
    default void a_passing_error_is_tried_again_later() {
        line().emulator().turn(FaultDial.parse("error=1"));

        for (Outgoing content : contents()) {
            Sent sent = line().somebody().gets(content);
            if (is(Known.TAKEN_BY_A_QUEUE)) {
                assertToldLater(sent);
            } else {
                assertLater(sent.outcome());
            }
        }
    }

    @Test
    default void too_many_messages_have_to_wait() {
        line().emulator().turn(FaultDial.parse("throttle=1"));

        for (Outgoing content : contents()) {
            Sent sent = line().somebody().gets(content);
            if (is(Known.TAKEN_BY_A_QUEUE)) {
                assertToldLater(sent);
                continue;
            }
            SendOutcome.Throttled throttled =
                    assertInstanceOf(SendOutcome.Throttled.class, sent.outcome());
            assertPositive(throttled.after());
            assertFalse(throttled.reason().isBlank());
        }
    }

    @Test
    default void a_call_that_is_not_answered_may_have_arrived() {
        Customer ana = line().somebody();
        line().emulator().turn(FaultDial.parse("stall=1"));
        if (is(Known.TAKEN_BY_A_QUEUE)) {
            assertTriedUntilAnswered(ana);
            return;
        }

        assertInstanceOf(SendOutcome.Unknown.class, ana.gets(new Outgoing.Say("hola")).outcome());
        assertTrue(ana.fromUs().size() <= 1, "it is not sent twice");
    }

    @Test
    default void an_outage_says_nothing_about_the_message() {
        List<Customer> customers = List.of(line().somebody(), line().somebody());
        line().emulator().outage(true);

        for (int i = 0; i < customers.size(); i++) {
            SendOutcome outcome = customers.get(i).gets(contents().get(i)).outcome();
            switch (outcome) {
                case SendOutcome.Accepted taken when is(Known.TAKEN_BY_A_QUEUE) ->
                        assertTrue(customers.get(i).fromUs().isEmpty());
                case SendOutcome.RetryLater later -> assertPositive(later.after());
                case SendOutcome.Unknown unknown -> assertFalse(unknown.reason().isBlank());
                case SendOutcome other -> throw new AssertionError(other.toString());
            }
        }
        if (is(Known.TAKEN_BY_A_QUEUE)) {
            line().emulator().outage(false);
            line().quiet();
            customers.forEach(each -> assertEquals(1, each.fromUs().size()));
        }
    }

    /** It waits in the queue, under one name, for as long as the server says nothing. */
    private void assertTriedUntilAnswered(Customer ana) {
        int lines = line().emulator().phone().transcript(ana.number()).size();
        int mark = line().mark();
        ana.gets(new Outgoing.Say("hola")).accepted();
        assertFalse(
                line().emulator()
                        .phone()
                        .await(ana.number(), lines - 1, Duration.ofSeconds(20))
                        .isEmpty());
        assertEquals(List.of(), line().since(mark));

        line().emulator().turn(FaultDial.OFF);

        assertEquals(3, line().since(mark).size());
        assertEquals(1, ana.fromUs().size(), "it is shown once");
    }

    private static void assertToldLater(Sent sent) {
        sent.accepted();
        assertEquals(
                List.of(Receipt.Progress.FAILED),
                sent.receipts().stream().map(Receipt::progress).toList());
        assertFalse(sent.receipts().getLast().failure().orElse("").isBlank());
    }

    @Test
    default void where_nobody_listens_nothing_arrived() {
        Account account = line().accountNowhere();

        for (Outgoing content : contents()) {
            assertLater(line().somebody().gets(content, account, line().secrets()).outcome());
        }
    }

    @Test
    default void a_wrong_token_is_for_a_person_to_mend_and_is_told_to_nobody() {
        if (is(Known.NO_TOKEN)) {
            Secrets wrong = line().secretsWith(line().words().tokenSecret(), "zarzamora");
            for (Outgoing content : contents()) {
                line().somebody().gets(content, line().account(), wrong).accepted();
            }
            return;
        }
        String token = line().emulator().secrets().getOrDefault(line().words().tokenSecret(), "");
        for (String wrong :
                List.of(
                        token.substring(0, token.length() - 1) + (token.endsWith("0") ? "1" : "0"),
                        "zarzamora",
                        "zarza mora",
                        "zarza\nmora",
                        "zarzamoraña",
                        "../zarza?mora#",
                        "")) {
            Secrets secrets = line().secretsWith(line().words().tokenSecret(), wrong);
            for (Outgoing content : contents()) {
                SendOutcome outcome =
                        line().somebody().gets(content, line().account(), secrets).outcome();
                assertLater(outcome);
                assertTrue(wrong.isEmpty() || !outcome.toString().contains(wrong), wrong);
                assertFalse(outcome.toString().contains("zarza"), outcome::toString);
            }
        }
    }

    @Test
    default void a_file_that_cannot_be_read_now_is_sent_later() {
        SendOutcome outcome = sent(new Bucket.Away());

        assertLater(outcome);
        assertTrue(outcome.toString().contains("demo/image"), outcome::toString);
    }

    @Test
    default void a_file_that_is_not_there_is_never_sent() {
        Outgoing.File gone =
                new Outgoing.File(
                        Sample.IMAGE.kind(),
                        new MediaFile("demo/gone", "image/png", 3, "ab".repeat(32)),
                        Optional.empty(),
                        Optional.empty(),
                        false);

        String reason = line().somebody().gets(gone).rejected();

        assertTrue(reason.contains("demo/gone"), reason);
    }

    private SendOutcome sent(Files files) {
        OutboundMessage message =
                line().message(line().somebody().contact(), Sample.IMAGE.fromUs(Optional.empty()));
        return channel().send(message, files, line().account(), line().secrets());
    }

    @Test
    default void after_the_trouble_it_is_taken() {
        Customer ana = line().somebody();
        line().emulator().outage(true);
        ana.gets(new Outgoing.Say("hola"));
        line().emulator().outage(false);

        ana.gets(new Outgoing.Say("hola otra vez")).accepted();

        assertEquals(
                is(Known.TAKEN_BY_A_QUEUE)
                        ? List.of("hola", "hola otra vez")
                        : List.of("hola otra vez"),
                ana.fromUs().stream().map(each -> each.text()).toList());
    }

    /** What is sent in one call, and what may take two. */
    private static List<Outgoing> contents() {
        return List.of(new Outgoing.Say("hola"), Sample.IMAGE.fromUs(Optional.empty()));
    }

    private static void assertLater(SendOutcome outcome) {
        SendOutcome.RetryLater later = assertInstanceOf(SendOutcome.RetryLater.class, outcome);
        assertPositive(later.after());
        assertFalse(later.reason().isBlank());
    }

    private static void assertPositive(Duration after) {
        assertTrue(after.isPositive(), after::toString);
    }
}
