package io.conserje.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.model.Contact;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who wrote, now that a customer may hide the phone behind a username. */
class SenderTest {
    private static final String BSUID = "ES.13491208655302741918";

    @Test
    void aPhoneAlone() throws Exception {
        assertEquals(Contact.ofPhone("34600111222"), sender("", "'from':'34600111222',"));
    }

    @Test
    void aPhoneKeepsItsDigitsOnly() throws Exception {
        assertEquals(Contact.ofPhone("34600111222"), sender("", "'from':'+34 600-111-222',"));
    }

    @Test
    void aPhoneWithNameUsernameAndUserIdFromTheCard() throws Exception {
        String card =
                card(
                        "'wa_id':'34600111222','user_id':'" + BSUID + "'",
                        "'name':'Ana','username':'@ana'");

        assertEquals(
                contact(BSUID, "34600111222", "Ana", "ana"), sender(card, "'from':'34600111222',"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'from':'',", "'from':null,", "'from':'" + BSUID + "',"})
    void aHiddenPhoneLeavesTheUserId(String from) throws Exception {
        String card = card("'wa_id':'','user_id':'" + BSUID + "'", "'name':'Ana','username':'ana'");

        assertEquals(
                contact(BSUID, null, "Ana", "ana"),
                sender(card, from + "'from_user_id':'" + BSUID + "',"));
    }

    @Test
    void theUserIdInPlaceOfBothPhones() throws Exception {
        String card = card("'wa_id':'" + BSUID + "'", "'name':'Ana'");

        assertEquals(contact(BSUID, null, "Ana", null), sender(card, "'from':'" + BSUID + "',"));
    }

    @Test
    void theEarlierFormOfAUserId() throws Exception {
        String draft = "user.9373795779eb6441c8adb2eaee5b848e";

        assertEquals(contact(draft, null, null, null), sender("", "'from':'" + draft + "',"));
    }

    @Test
    void theUserIdOfTheMessageFindsThePhoneOfTheCard() throws Exception {
        String card = card("'wa_id':'34600111222','user_id':'" + BSUID + "'", "'name':'Ana'");

        assertEquals(
                contact(BSUID, "34600111222", "Ana", null),
                sender(card, "'from_user_id':'" + BSUID + "',"));
    }

    @Test
    void theOnlyCardSpeaksForAMessageThatNamesNobody() throws Exception {
        String card = card("'user_id':'" + BSUID + "'", "'name':'Ana'");

        assertEquals(contact(BSUID, null, "Ana", null), sender(card, ""));
    }

    @Test
    void theCardOfSomebodyElseLendsNothing() throws Exception {
        String card = card("'wa_id':'34699999999','user_id':'" + BSUID + "'", "'name':'Luis'");

        assertEquals(Contact.ofPhone("34600111222"), sender(card, "'from':'34600111222',"));
    }

    @Test
    void severalSendersInOneValueKeepTheirOwnCards() throws Exception {
        String cards =
                "'contacts':["
                        + "{'wa_id':'34611','profile':{'name':'Luis'}},"
                        + "{'wa_id':'34622','user_id':'ES.2','profile':{'name':'Eva'}}],";
        String eva = "{'from':'34622','id':'1','timestamp':1,'type':'text','text':{'body':'a'}}";
        String luis = "{'from':'34611','id':'2','timestamp':2,'type':'text','text':{'body':'b'}}";

        var told = Desk.normalise(Desk.envelope(Desk.change(cards + Desk.messages(eva, luis))));

        assertEquals(
                List.of(
                        contact("ES.2", "34622", "Eva", null),
                        contact(null, "34611", "Luis", null)),
                Desk.fromAnaIn(told).stream().map(from -> from.contact()).toList());
    }

    private static Contact sender(String cards, String from) throws Exception {
        String message =
                "{" + from + "'id':'wamid.1','timestamp':'1','type':'text','text':{'body':'Hola'}}";
        var told = Desk.normalise(Desk.envelope(Desk.change(cards + Desk.messages(message))));
        return Desk.only(Desk.fromAnaIn(told)).contact();
    }

    private static String card(String ids, String profile) {
        return "'contacts':[{" + ids + ",'profile':{" + profile + "}}],";
    }

    private static Contact contact(
            @Nullable String userId,
            @Nullable String phone,
            @Nullable String name,
            @Nullable String username) {
        return new Contact(
                Optional.ofNullable(userId),
                Optional.ofNullable(phone),
                Optional.ofNullable(name),
                Optional.ofNullable(username));
    }
}
