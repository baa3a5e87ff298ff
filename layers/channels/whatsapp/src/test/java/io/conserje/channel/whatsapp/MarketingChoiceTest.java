package io.conserje.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.conserje.channel.Normalised;
import io.conserje.model.Contact;
import io.conserje.model.Content;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether marketing is welcome, as the customer told WhatsApp. */
class MarketingChoiceTest {
    private static final String CARD =
            "'contacts':[{'profile':{'name':'Ana'},'wa_id':'34600111222','user_id':'ES.1'}],";

    @ParameterizedTest
    @CsvSource({"stop, false", "resume, true"})
    void aCustomerStopsOrResumes(String word, boolean wanted) throws Exception {
        var told = from(normalise(Desk.NUMBER, preference(word, "34600111222", 1_760_000_000)));

        assertEquals(
                new Contact(
                        Optional.of("ES.1"),
                        Optional.of("34600111222"),
                        Optional.of("Ana"),
                        Optional.empty()),
                told.contact());
        assertEquals(new Content.MarketingChoice(wanted), told.message().content());
        assertEquals(Desk.SENT_AT, told.message().sentAt());
    }

    @Test
    void theCardOfSomebodyElseLendsNothing() throws Exception {
        var told = from(normalise(Desk.NUMBER, preference("stop", "34699999999", 1)));

        assertEquals(Contact.ofPhone("34699999999"), told.contact());
    }

    @Test
    void eachCustomerOfOneWebhook() throws Exception {
        List<Normalised> told =
                normalise(
                        Desk.NUMBER,
                        preference("stop", "34600111222", 1)
                                + ","
                                + preference("resume", "34699999999", 1));

        assertEquals(
                List.of(new Content.MarketingChoice(false), new Content.MarketingChoice(true)),
                Desk.fromAnaIn(told).stream().map(from -> from.message().content()).toList());
    }

    @Test
    void theSameWishHasTheSameIdAndALaterOneAnother() throws Exception {
        assertEquals(id(1), id(1));
        assertNotEquals(id(1), id(2));
    }

    @Test
    void aWishToAnotherNumberIsNotedOnTheAccount() throws Exception {
        Normalised told = Desk.only(normalise("999", preference("stop", "34600111222", 1)));

        assertEquals("foreign_number", Desk.keptOnAccount(told).kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'wa_id':'34600111222','category':'marketing_messages','value':'maybe','timestamp':1}",
                "{'wa_id':'34600111222','category':'surveys','value':'stop','timestamp':1}",
                "{'wa_id':'34600111222','category':'marketing_messages','value':'stop'}",
                "{'wa_id':'34600111222','value':'stop','timestamp':1}",
                "{}",
                "7",
            })
    void anotherWishIsKeptOnTheAccount(String preference) throws Exception {
        Normalised told = Desk.only(normalise(Desk.NUMBER, preference));

        assertEquals("user_preferences", Desk.keptOnAccount(told).kind());
    }

    @Test
    void aWebhookWithoutWishesIsKept() throws Exception {
        String body = Desk.envelope(Desk.changeOf("user_preferences", "{'metadata':{}}"));

        assertEquals(
                "user_preferences", Desk.keptOnAccount(Desk.only(Desk.normalise(body))).kind());
    }

    private static String id(long time) throws Exception {
        return from(normalise(Desk.NUMBER, preference("stop", "34600111222", time)))
                .message()
                .id()
                .value();
    }

    private static Normalised.FromContact from(List<Normalised> told) {
        return assertInstanceOf(Normalised.FromContact.class, Desk.only(told));
    }

    private static List<Normalised> normalise(String number, String preferences) throws Exception {
        return Desk.normalise(
                Desk.envelope(
                        Desk.changeOf(
                                "user_preferences",
                                "{'messaging_product':'whatsapp','metadata':{'phone_number_id':'"
                                        + number
                                        + "'},"
                                        + CARD
                                        + "'user_preferences':["
                                        + preferences
                                        + "]}")));
    }

    private static String preference(String value, String waId, long time) {
        return "{'wa_id':'%s','detail':'User requested it','category':'marketing_messages',"
                        .formatted(waId)
                + "'value':'%s','timestamp':%d}".formatted(value, time);
    }
}
