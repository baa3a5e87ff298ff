package io.conserje.local.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Customer;
import io.conserje.engine.booking.LogEntry;
import io.conserje.engine.booking.Slot;
import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.model.AccountRef;
import io.conserje.model.Contact;
import io.conserje.model.ConversationId;
import io.conserje.model.Language;
import io.conserje.model.ProjectId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a scripted customer converses. */
class DialogueTrialTest {
    private static final String HEAD =
            """
            id: one
            part: dev
            project: demo
            now: 2026-11-24T10:00+01:00[Europe/Madrid]
            """;

    private final ScriptedDesk desk = new ScriptedDesk();

    private Verdict play(String rest) {
        Faults faults = new Faults();
        Dialogue dialogue =
                DialogueReader.read(HEAD + rest, Path.of("one.yaml"), Language.ES, faults)
                        .orElseThrow();
        faults.orElseThrow();
        return new DialogueTrial(dialogue, opening -> desk).verdict();
    }

    private static Booking booking(String start) {
        ProjectId project = new ProjectId("demo");
        AccountRef account = new AccountRef("whatsapp", "demo");
        Contact ana = Contact.ofPhone("34600000001");
        ConversationId conversation = ConversationId.of(project, account, ana);
        Instant from = Instant.parse(start);
        Instant to = from.plus(Duration.ofMinutes(30));
        return new Booking(
                new BookingId("R7K2"),
                project,
                2,
                new Slot("cleaning", "ruiz", from, to, to),
                1,
                "Ana Ríos",
                new Customer(account, ana, conversation, Language.ES),
                new Booking.Confirmed(from));
    }

    private static LogEntry entry(String what, Booking booking) {
        return new LogEntry(
                booking.id(), 1, what, "customer", Instant.EPOCH, booking.slot(), "message");
    }

    @Test
    void says_the_lines_and_answers_what_is_asked_then() {
        desk.replies("¿A nombre de quién?", Asked.NAME)
                .replies("Jueves 26 a las 10:00. ¿Confirmo?", Asked.CONFIRMATION, "Sí", "No")
                .replies("Listo, Ana", Asked.NOTHING)
                .has(booking("2026-11-26T09:00:00Z"));

        Verdict verdict =
                play(
                        """
                        lines: [una limpieza el jueves a las 10]
                        answers: {name: Ana, confirm: {tap: sí}}
                        summary: ['10:00']
                        last-reply: [ANA]
                        bookings: [{service: cleaning, start: 2026-11-26T10:00, name: ana rios}]
                        """);

        assertTrue(verdict.right(), verdict::got);
        assertEquals(3, verdict.turns());
        assertEquals(List.of("una limpieza el jueves a las 10", "Ana", "[Sí]"), desk.heard);
    }

    @Test
    void a_line_can_wait_for_its_question() {
        desk.replies("¿Qué día?", Asked.DAY)
                .replies("¿Confirmo?", Asked.CONFIRMATION)
                .replies("Cuesta 60 €. ¿Confirmo?", Asked.CONFIRMATION)
                .replies("Listo", Asked.NOTHING);

        Verdict verdict =
                play(
                        """
                        lines: [hola, {say: cuánto cuesta, when: confirm, expect: ['60']}]
                        answers: {day: el jueves, confirm: sí}
                        bookings: []
                        """);

        assertTrue(verdict.right(), verdict::got);
        assertEquals(List.of("hola", "el jueves", "cuánto cuesta", "sí"), desk.heard);
    }

    @Test
    void taps_what_was_offered_last_and_lets_time_go_by() {
        desk.replies("Horas:", Asked.CHOICE, "10:00", "10:30").replies("Adiós", Asked.NOTHING);

        play("lines: [horas, {wait: 2 days}, {choose: 2}]\nbookings: []\n");

        assertEquals(List.of("horas", "... PT48H", "[10:30]"), desk.heard);
    }

    @Test
    void who_finds_no_such_button_writes_it() {
        desk.replies("¿Confirmo?", Asked.CONFIRMATION).replies("Listo", Asked.NOTHING);

        play("lines: [hola, {tap: sí}]\nbookings: []\n");

        assertEquals(List.of("hola", "sí"), desk.heard);
    }

    @Test
    void going_round_in_circles_comes_to_an_end() {
        for (int i = 0; i < 20; i++) {
            desk.replies("¿Cómo?", Asked.NAME);
        }

        Verdict verdict =
                play("lines: [hola]\nanswers: {name: Ana}\nbookings: []\nturns-at-most: 4\n");

        assertFalse(verdict.right());
        assertEquals(5, verdict.turns());
    }

    @Test
    void tells_all_that_is_not_as_it_should_be() {
        Booking early = booking("2026-11-26T08:00:00Z");
        desk.replies("Listo a las 9:00", Asked.NOTHING)
                .has(early)
                .logged(entry("held", early))
                .logged(entry("cancelled", early));

        Verdict verdict =
                play(
                        """
                        lines: [{say: hola, expect: ['10:00'], not: [listo]}]
                        bookings: [{service: cleaning, start: 2026-11-26T10:00}]
                        log: [held, confirmed]
                        """);

        for (String fault :
                List.of(
                        "the reply has no '10:00'",
                        "the reply has 'listo'",
                        "there is no booking like",
                        "there is a booking cleaning ruiz 2026-11-26T09:00",
                        "the log is [held, cancelled], not [held, confirmed]")) {
            assertTrue(verdict.got().contains(fault), verdict::got);
        }
    }

    @Test
    void a_desk_that_breaks_fails_the_dialogue_alone() {
        Verdict verdict = play("lines: [hola]\nbookings: []\n");

        assertFalse(verdict.right());
        assertTrue(verdict.got().contains("it broke"), verdict::got);
    }
}
