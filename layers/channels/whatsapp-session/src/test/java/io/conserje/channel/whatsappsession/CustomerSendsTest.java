package io.conserje.channel.whatsappsession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.Normalised;
import io.conserje.model.Contact;
import io.conserje.model.Content;
import io.conserje.model.Content.Card;
import io.conserje.model.InboundMessage;
import io.conserje.model.MediaKind;
import io.conserje.model.MessageId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Field names as WAProto.proto has them, values as protobuf.js writes them. */
class CustomerSendsTest {
    private static final String FILE =
            "'url':'https://mmg.whatsapp.net/v/t62.7118-24/1?oe=1','mimetype':'image/jpeg',"
                    + "'fileSha256':'c2hh','fileLength':'1234',"
                    + "'mediaKey':'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',"
                    + "'fileEncSha256':'ZW5j','directPath':'/v/t62.7118-24/1?oe=1'";

    @Test
    void aTextComesFromWhoWroteItWithItsNameAndTime() throws Exception {
        Normalised.FromContact told =
                (Normalised.FromContact)
                        Desk.told(Desk.fromAna("'conversation':'Hola, ¿hay cita?'"));

        assertEquals(Desk.ANA, told.contact());
        assertEquals(
                InboundMessage.of(
                        new MessageId("50760000001:3A01"),
                        Desk.SENT_AT,
                        new Content.Text("Hola, ¿hay cita?")),
                told.message());
    }

    @Test
    void whoShowsThePhoneIsThePhoneWhicheverWayTheyWereNamed() throws Exception {
        String byPhone = Desk.from("'chat':{'kind':'person','pn':'50760000001'}", "");
        String byBoth = Desk.fromAna("");

        assertEquals("50760000001", contact(byPhone).key());
        assertEquals(contact(byPhone), contact(byBoth));
    }

    @Test
    void whoHidesThePhoneIsTheirNumberOfWhatsAppsOwn() throws Exception {
        String hidden = Desk.from("'chat':{'kind':'person','lid':'900000000001'}", "");

        Contact contact = contact(hidden);
        assertEquals(Optional.of("lid:900000000001"), contact.userId());
        assertTrue(contact.phone().isEmpty());
        assertEquals(new MessageId("lid:900000000001:3A01"), Desk.message(Desk.told(hidden)).id());
    }

    @Test
    void aTextWithAPreviewIsAText() throws Exception {
        assertEquals(
                new Content.Text("mira https://a.example"),
                Desk.contentOf(
                        "'extendedTextMessage':{'text':'mira https://a.example','title':'A'}"));
    }

    @ParameterizedTest
    @CsvSource({
        "50760000001@s.whatsapp.net, 50760000001:3EB0AA",
        "50760000001:12@s.whatsapp.net, 50760000001:3EB0AA",
        "900000000001@lid, 50760000001:3EB0AA",
        "50769999999@s.whatsapp.net, 3EB0AA",
        "999999999999@lid, 3EB0AA",
        // A phone is no number of the other kind.
        "50760000001@lid, 3EB0AA",
    })
    void aQuoteNamesTheMessageAsWeKnowIt(String author, String quoted) throws Exception {
        InboundMessage message =
                Desk.message(
                        Desk.told(
                                Desk.fromAna(
                                        "'extendedTextMessage':{'text':'sí','contextInfo':"
                                                + "{'stanzaId':'3EB0AA','participant':'"
                                                + author
                                                + "','quotedMessage':{'conversation':'¿?'}}}")));

        assertEquals(Optional.of(new MessageId(quoted)), message.quotes());
    }

    @ParameterizedTest
    @CsvSource({"3EB0AABBCCDDEEFF001122, 3EB0AABBCCDDEEFF001122", "3A02, 50760000001:3A02"})
    void aQuoteWithoutAnAuthorIsOursWhenItLooksLikeIt(String id, String quoted) throws Exception {
        InboundMessage message =
                Desk.message(
                        Desk.told(
                                Desk.fromAna(
                                        "'imageMessage':{"
                                                + FILE
                                                + ",'contextInfo':{'stanzaId':'"
                                                + id
                                                + "'}}")));

        assertEquals(Optional.of(new MessageId(quoted)), message.quotes());
    }

    @ParameterizedTest
    @CsvSource({
        "imageMessage, IMAGE",
        "videoMessage, VIDEO",
        "ptvMessage, VIDEO",
        "audioMessage, AUDIO",
        "documentMessage, DOCUMENT",
        "stickerMessage, STICKER",
    })
    void aFileIsNamedWithAllThatGettingItTakes(String field, MediaKind kind) throws Exception {
        Content.Media media = media("'" + field + "':{" + FILE + ",'caption':'mi rodilla'}");

        assertEquals(
                new Content.Media(
                        kind,
                        Desk.json(
                                "{'kind':'"
                                        + MediaReference.word(kind)
                                        + "','url':'https://mmg.whatsapp.net/v/t62.7118-24/1?oe=1',"
                                        + "'directPath':'/v/t62.7118-24/1?oe=1',"
                                        + "'mediaKey':'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',"
                                        + "'fileEncSha256':'ZW5j','fileLength':1234}"),
                        "image/jpeg",
                        Optional.of("c2hh"),
                        Optional.empty(),
                        Optional.of("mi rodilla"),
                        false),
                media);
    }

    @Test
    void aVoiceNoteWasSpoken() throws Exception {
        assertTrue(media("'audioMessage':{" + FILE + ",'ptt':true,'seconds':4}").voice());
    }

    @Test
    void aDocumentHasItsNameOrItsTitle() throws Exception {
        assertEquals(
                Optional.of("receta.pdf"),
                media("'documentMessage':{" + FILE + ",'fileName':'receta.pdf','title':'receta'}")
                        .fileName());
        assertEquals(
                Optional.of("receta"),
                media("'documentMessage':{" + FILE + ",'title':'receta'}").fileName());
    }

    @Test
    void aDocumentWithWordsIsUnwrapped() throws Exception {
        assertEquals(
                Optional.of("mi receta"),
                media(
                                "'documentWithCaptionMessage':{'message':{'documentMessage':{"
                                        + FILE
                                        + ",'caption':'mi receta'}}}")
                        .caption());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ephemeralMessage",
                "viewOnceMessage",
                "viewOnceMessageV2",
                "viewOnceMessageV2Extension",
                "associatedChildMessage",
                "editedMessage",
                "groupMentionedMessage",
                "botInvokeMessage",
            })
    void whatIsWrappedIsUnwrapped(String wrapper) throws Exception {
        assertEquals(
                new Content.Text("hola"),
                Desk.contentOf(
                        "'messageContextInfo':{'deviceListMetadataVersion':2},'"
                                + wrapper
                                + "':{'message':{'ephemeralMessage':{'message':"
                                + "{'conversation':'hola'}}}}"));
    }

    @Test
    void aPlaceIsAPlace() throws Exception {
        assertEquals(
                new Content.Location(
                        8.9824, -79.5199, Optional.of("Clínica"), Optional.of("Calle 50")),
                Desk.contentOf(
                        "'locationMessage':{'degreesLatitude':8.9824,'degreesLongitude':-79.5199,"
                                + "'name':'Clínica','address':'Calle 50'}"));
        assertEquals(
                new Content.Location(8.5, -79.5, Optional.of("voy"), Optional.empty()),
                Desk.contentOf(
                        "'liveLocationMessage':{'degreesLatitude':8.5,'degreesLongitude':-79.5,"
                                + "'caption':'voy','sequenceNumber':'1790000000001'}"));
    }

    @Test
    void aCardIsReadFromItsVCard() throws Exception {
        assertEquals(
                new Content.ContactCards(
                        List.of(new Card("Eva Sanz", List.of("+507 6000-0002", "+507 200-0000")))),
                Desk.contentOf(
                        "'contactMessage':{'displayName':'Eva Sanz','vcard':'BEGIN:VCARD\\nVERSION:3.0\\n"
                                + "N:Sanz;Eva;;;\\nFN:Eva Sanz\\nitem1.TEL;waid=50760000002:+507 60\\n"
                                + " 00-0002\\nitem1.X-ABLabel:Móvil\\nTEL;type=WORK:tel:+507 200-0000\\n"
                                + "END:VCARD'}"));
    }

    @Test
    void severalCardsAreAllOfThem() throws Exception {
        assertEquals(
                new Content.ContactCards(
                        List.of(
                                new Card("Eva, la de Pau", List.of("1")),
                                new Card("2", List.of("2")))),
                Desk.contentOf(
                        "'contactsArrayMessage':{'displayName':'2 contacts','contacts':["
                                + "{'vcard':'FN:Eva\\\\, la de Pau\\r\\nTEL:1'},{'vcard':'TEL:2'}]}"));
    }

    @ParameterizedTest
    @CsvSource({
        // As the customer's telephone writes it: the chat is the business.
        "50761111111@s.whatsapp.net, true, 50760000001:3EB0AA",
        "50761111111@s.whatsapp.net, false, 3EB0AA",
        // As the client hands it on, turned to our side: the chat is the customer.
        "50760000001@s.whatsapp.net, true, 3EB0AA",
        "900000000001@lid, false, 50760000001:3EB0AA",
    })
    void aReactionNamesWhatItIsTo(String chat, boolean fromMe, String target) throws Exception {
        assertEquals(
                new Content.Reaction(new MessageId(target), Optional.of("👍")),
                Desk.contentOf(
                        "'reactionMessage':{'key':{'remoteJid':'"
                                + chat
                                + "','fromMe':"
                                + fromMe
                                + ",'id':'3EB0AA'},'text':'👍','senderTimestampMs':'1790000000001'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",'text':''", ""})
    void aReactionTakenBackHasNoEmoji(String text) throws Exception {
        assertEquals(
                new Content.Reaction(new MessageId("3EB0AA"), Optional.empty()),
                Desk.contentOf("'reactionMessage':{'key':{'id':'3EB0AA'}" + text + "}"));
    }

    @Test
    void anEditHoldsWhatIsSaidInstead() throws Exception {
        assertEquals(
                new Content.Edit(
                        new MessageId("50760000001:3A00"), new Content.Text("a las cinco")),
                Desk.contentOf(
                        "'editedMessage':{'message':{'protocolMessage':{'key':{'fromMe':true,"
                                + "'id':'3A00'},'type':'MESSAGE_EDIT','editedMessage':"
                                + "{'conversation':'a las cinco'},'timestampMs':'1790000000001'}}}"));
    }

    @Test
    void newWordsUnderAPictureAreWords() throws Exception {
        assertEquals(
                new Content.Edit(new MessageId("50760000001:3A00"), new Content.Text("la otra")),
                Desk.contentOf(
                        "'protocolMessage':{'key':{'id':'3A00'},'type':'MESSAGE_EDIT',"
                                + "'editedMessage':{'imageMessage':{'caption':'la otra'}}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",'type':'REVOKE'", ""})
    void aDeletionNamesWhatIsGone(String type) throws Exception {
        assertEquals(
                new Content.Deletion(new MessageId("50760000001:3A00")),
                Desk.contentOf(
                        "'protocolMessage':{'key':{'remoteJid':'50761111111@s.whatsapp.net',"
                                + "'fromMe':true,'id':'3A00'}"
                                + type
                                + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'buttonsResponseMessage':{'selectedButtonId':'slot-2','selectedDisplayText':'A las 2'}",
                "'templateButtonReplyMessage':{'selectedId':'slot-2','selectedDisplayText':'A las 2'}",
                "'listResponseMessage':{'title':'A las 2','singleSelectReply':{'selectedRowId':'slot-2'}}",
            })
    void aChoiceIsAChoice(String message) throws Exception {
        assertEquals(new Content.Choice("slot-2", "A las 2"), Desk.contentOf(message));
    }

    @Test
    void aChoiceWithoutATitleIsCalledByItsId() throws Exception {
        assertEquals(
                new Content.Choice("slot-2", "slot-2"),
                Desk.contentOf(
                        "'listResponseMessage':{'singleSelectReply':{'selectedRowId':'slot-2'}}"));
    }

    @Test
    void whatNobodyWaitsToBeAnsweredIsANotice() throws Exception {
        assertEquals(
                new Content.Notice("EPHEMERAL_SETTING", "604800"),
                Desk.contentOf(
                        "'protocolMessage':{'type':'EPHEMERAL_SETTING','ephemeralExpiration':604800}"));
        assertEquals(
                new Content.Notice("albumMessage", ""),
                Desk.contentOf("'albumMessage':{'expectedImageCount':3}"));
    }

    private static Contact contact(String body) throws Exception {
        return ((Normalised.FromContact) Desk.told(body)).contact();
    }

    private static Content.Media media(String message) throws Exception {
        return (Content.Media) Desk.contentOf(message);
    }
}
