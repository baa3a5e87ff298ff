package io.conserje.local.way;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.site.Site;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer talks to the demo clinic's desk; every word goes all the way and comes back. */
class FrontDeskTest {
    private static Site site;

    @BeforeAll
    static void open(@TempDir Path data) {
        site = Checkout.running(data);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static String reply(String customer, String text) {
        Checkout.phone(site).say(customer, text);
        return Checkout.texts(site, customer).getLast();
    }

    @Test
    void greets_tells_the_hours_and_hands_over_in_spanish() {
        assertTrue(
                reply("50761000001", "hola")
                        .startsWith("¡Hola! Soy la recepción virtual de Clínica Los Robles"));
        assertTrue(
                reply("50761000001", "¿a qué hora abren?")
                        .contains("Lunes a viernes: 09:00–20:00"));
        assertTrue(
                reply("50761000001", "quiero hablar con una persona")
                        .contains("Le paso con una persona"));
    }

    @Test
    void greets_tells_the_hours_and_hands_over_in_english() {
        assertTrue(
                reply("50761000002", "hello")
                        .startsWith("Hello! I am the virtual front desk of Los Robles Clinic"));
        assertTrue(
                reply("50761000002", "what time do you open?")
                        .contains("Monday to Friday: 09:00–20:00"));
        assertTrue(
                reply("50761000002", "I want to talk to a person")
                        .contains("handing you over to a person"));
    }

    @Test
    void offers_its_menu_and_takes_a_tap_on_it() {
        Checkout.phone(site).say("50761000003", "hola");
        PhoneLine menu = Checkout.replies(site, "50761000003").getLast();
        assertEquals(
                List.of("book", "bookings", "hours", "address", "prices", "parking", "person"),
                menu.options().stream().map(option -> option.id()).toList());

        Checkout.phone(site).choose("50761000003", "parking");

        assertTrue(Checkout.texts(site, "50761000003").getLast().contains("calle Goya"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"whatsapp", "telegram"})
    void each_business_answers_on_its_own_lines(String channel) {
        Checkout.phone(site, "demo", channel).say("50761000007", "hola");
        Checkout.phone(site, "school", channel).say("50761000007", "hola");

        assertTrue(
                Checkout.texts(site, "demo", channel, "50761000007")
                        .getLast()
                        .contains("Clínica Los Robles"));
        assertTrue(
                Checkout.texts(site, "school", channel, "50761000007")
                        .getLast()
                        .contains("Escuela Puente"));
    }

    @Test
    void is_silent_while_a_person_answers() {
        reply("50761000004", "una persona, por favor");
        int before = Checkout.replies(site, "50761000004").size();

        Checkout.phone(site).say("50761000004", "¿hay alguien?");

        assertEquals(before, Checkout.replies(site, "50761000004").size());
    }

    @Test
    void stops_for_baja_and_starts_again_for_alta() {
        reply("50761000005", "hola");
        assertTrue(reply("50761000005", "BAJA").startsWith("Listo, no le escribiremos más"));
        int silent = Checkout.replies(site, "50761000005").size();
        Checkout.phone(site).say("50761000005", "hola");
        assertEquals(silent, Checkout.replies(site, "50761000005").size());

        assertTrue(reply("50761000005", "alta").startsWith("¡Qué gusto tenerle de vuelta!"));
    }

    @Test
    void marks_what_it_answers_as_read() {
        PhoneLine line = Checkout.phone(site).say("50761000006", "hola");
        Checkout.settle(site);

        PhoneLine later = Checkout.phone(site).transcript("50761000006").get(line.index());
        assertTrue(later.readAt() != null, "the customer sees that the message was read");
    }
}
