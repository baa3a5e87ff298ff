package io.conserje.channel.whatsapp;

import static io.conserje.channel.whatsapp.Desk.contentOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.model.Content;
import io.conserje.model.Content.Media;
import io.conserje.model.InboundMessage;
import io.conserje.model.MediaKind;
import io.conserje.model.MessageId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of message that a customer can send. */
class CustomerSendsTest {

    @Test
    void aTextWithItsIdAndTime() throws Exception {
        var told =
                Desk.normalise(
                        Desk.envelope(Desk.change(Desk.messages(Desk.text("wamid.9", "Hola")))));

        assertEquals(
                InboundMessage.of(new MessageId("wamid.9"), Desk.SENT_AT, new Content.Text("Hola")),
                Desk.only(Desk.fromAnaIn(told)).message());
    }

    @Test
    void aTextThatQuotesAMessage() throws Exception {
        String quoting =
                Desk.fromAna(
                        "wamid.9",
                        "'context':{'from':'34910000000','id':'wamid.8'},'type':'text','text':{'body':'Sí'}");

        var told = Desk.normalise(Desk.envelope(Desk.change(Desk.messages(quoting))));

        assertEquals(
                Optional.of(new MessageId("wamid.8")),
                Desk.only(Desk.fromAnaIn(told)).message().quotes());
    }

    @Test
    void aForwardedTextQuotesNothing() throws Exception {
        String forwarded =
                Desk.fromAna(
                        "wamid.9",
                        "'context':{'forwarded':true},'type':'text','text':{'body':'a'}");

        var told = Desk.normalise(Desk.envelope(Desk.change(Desk.messages(forwarded))));

        assertEquals(Optional.empty(), Desk.only(Desk.fromAnaIn(told)).message().quotes());
    }

    @Test
    void aTextFromAnAdWithFieldsWeDoNotKnow() throws Exception {
        assertEquals(
                new Content.Text("Info"),
                contentOf(
                        "'referral':{'source_type':'ad','ctwa_clid':'x'},'new_in_2027':[1],"
                                + "'type':'text','text':{'body':'Info','preview':null}"));
    }

    @Test
    void aPictureWithACaption() throws Exception {
        assertEquals(
                media(MediaKind.IMAGE, "image/jpeg", null, "Mi muela", false),
                contentOf(
                        "'type':'image','image':{'mime_type':'image/jpeg','sha256':'abc=','id':'777',"
                                + "'caption':'Mi muela','url':'https://lookaside.fbsbx.com/x'}"));
    }

    @Test
    void aVoiceNote() throws Exception {
        assertEquals(
                media(MediaKind.AUDIO, "audio/ogg; codecs=opus", null, null, true),
                contentOf(
                        "'type':'audio','audio':{'mime_type':'audio/ogg; codecs=opus','sha256':'abc=',"
                                + "'id':'777','voice':true}"));
    }

    @Test
    void aVoiceNoteUnderItsOlderName() throws Exception {
        assertEquals(
                media(MediaKind.AUDIO, "audio/ogg", null, null, true),
                contentOf(
                        "'type':'voice','voice':{'mime_type':'audio/ogg','sha256':'abc=','id':'777'}"));
    }

    @Test
    void aFileOfSound() throws Exception {
        assertEquals(
                media(MediaKind.AUDIO, "audio/mpeg", null, null, false),
                contentOf(
                        "'type':'audio','audio':{'mime_type':'audio/mpeg','sha256':'abc=','id':'777',"
                                + "'voice':false}"));
    }

    @Test
    void aVideo() throws Exception {
        assertEquals(
                media(MediaKind.VIDEO, "video/mp4", null, "Mira", false),
                contentOf(
                        "'type':'video','video':{'mime_type':'video/mp4','sha256':'abc=','id':'777',"
                                + "'caption':'Mira'}"));
    }

    @Test
    void aDocumentWithItsName() throws Exception {
        assertEquals(
                media(MediaKind.DOCUMENT, "application/pdf", "informe.pdf", "Informe", false),
                contentOf(
                        "'type':'document','document':{'mime_type':'application/pdf','sha256':'abc=',"
                                + "'id':'777','filename':'informe.pdf','caption':'Informe'}"));
    }

    @Test
    void aSticker() throws Exception {
        assertEquals(
                media(MediaKind.STICKER, "image/webp", null, null, false),
                contentOf(
                        "'type':'sticker','sticker':{'mime_type':'image/webp','sha256':'abc=','id':'777',"
                                + "'animated':true}"));
    }

    @Test
    void aFileWithoutAMediaTypeIsBytes() throws Exception {
        Media media =
                assertInstanceOf(Media.class, contentOf("'type':'image','image':{'id':'777'}"));

        assertEquals("application/octet-stream", media.mediaType());
    }

    @Test
    void aPlace() throws Exception {
        assertEquals(
                new Content.Location(
                        40.4168, -3.7038, Optional.of("Sol"), Optional.of("Puerta del Sol, 1")),
                contentOf(
                        "'location':{'latitude':40.4168,'longitude':-3.7038,'name':'Sol',"
                                + "'address':'Puerta del Sol, 1'},'type':'location'"));
    }

    @Test
    void whereTheyAre() throws Exception {
        assertEquals(
                new Content.Location(12, 43.90539, Optional.empty(), Optional.empty()),
                contentOf("'type':'location','location':{'latitude':12,'longitude':43.90539}"));
    }

    @Test
    void contactCards() throws Exception {
        assertEquals(
                new Content.ContactCards(
                        List.of(
                                new Content.Card("Luis Gil", List.of("+34 600 333 444", "34911")),
                                new Content.Card("Eva", List.of()))),
                contentOf(
                        "'type':'contacts','contacts':[{'name':{'formatted_name':'Luis Gil'},'phones':"
                                + "[{'phone':'+34 600 333 444','type':'CELL'},{'wa_id':'34911'}]},"
                                + "{'name':{'first_name':'Eva'}}]"));
    }

    @Test
    void aButtonOfOurs() throws Exception {
        assertEquals(
                new Content.Choice("slot-3", "A las 3"),
                contentOf(
                        "'type':'interactive','interactive':{'type':'button_reply','button_reply':"
                                + "{'id':'slot-3','title':'A las 3'}}"));
    }

    @Test
    void aRowOfOurList() throws Exception {
        assertEquals(
                new Content.Choice("slot-3", "A las 3"),
                contentOf(
                        "'type':'interactive','interactive':{'type':'list_reply','list_reply':"
                                + "{'id':'slot-3','title':'A las 3','description':'con la Dra. Ruiz'}}"));
    }

    @Test
    void aTemplatesQuickReply() throws Exception {
        assertEquals(
                new Content.Choice("confirm", "Confirmar"),
                contentOf("'type':'button','button':{'payload':'confirm','text':'Confirmar'}"));
    }

    @Test
    void aTemplatesQuickReplyWithoutPayload() throws Exception {
        assertEquals(
                new Content.Choice("Confirmar", "Confirmar"),
                contentOf("'type':'button','button':{'text':'Confirmar'}"));
    }

    @Test
    void aFormFilledIn() throws Exception {
        assertEquals(
                new Content.FormReply("flow", "{\"rating\":\"4\"}"),
                contentOf(
                        "'type':'interactive','interactive':{'type':'nfm_reply','nfm_reply':"
                                + "{'response_json':'{\\'rating\\':\\'4\\'}','body':'Sent','name':'flow'}}"));
    }

    @Test
    void aReaction() throws Exception {
        assertEquals(
                new Content.Reaction(new MessageId("wamid.8"), Optional.of("😮")),
                contentOf(
                        "'type':'reaction','reaction':{'message_id':'wamid.8','emoji':'\\uD83D\\uDE2E'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'emoji':''", ",'emoji':null"})
    void aReactionTakenBack(String emoji) throws Exception {
        assertEquals(
                new Content.Reaction(new MessageId("wamid.8"), Optional.empty()),
                contentOf("'type':'reaction','reaction':{'message_id':'wamid.8'" + emoji + "}"));
    }

    @Test
    void anOrderWithPricesAsWritten() throws Exception {
        assertEquals(
                new Content.Order(
                        "354160437058781",
                        Optional.of("Sin gluten"),
                        List.of(
                                new Content.OrderLine("CREMA", 3, "12.50", "EUR"),
                                new Content.OrderLine("GEL", 1, "9", "EUR"))),
                contentOf(
                        "'type':'order','order':{'catalog_id':'354160437058781','text':'Sin gluten',"
                                + "'product_items':[{'product_retailer_id':'CREMA','quantity':3,"
                                + "'item_price':12.50,'currency':'EUR'},{'product_retailer_id':'GEL',"
                                + "'quantity':1,'item_price':'9','currency':'EUR'}]}"));
    }

    @Test
    void noticeOfANewNumber() throws Exception {
        assertEquals(
                new Content.Notice("user_changed_number", "Ana changed from 1 to 2"),
                contentOf(
                        "'type':'system','system':{'body':'Ana changed from 1 to 2',"
                                + "'wa_id':'34600999888','type':'user_changed_number'}"));
    }

    @Test
    void noticeOfANewIdentity() throws Exception {
        assertEquals(
                new Content.Notice("customer_identity_changed", "User identity changed"),
                contentOf(
                        "'identity':{'hash':'x'},'type':'system','system':"
                                + "{'body':'User identity changed','type':'customer_identity_changed'}"));
    }

    @Test
    void anEditedText() throws Exception {
        assertEquals(
                new Content.Edit(new MessageId("wamid.8"), new Content.Text("A las 5")),
                contentOf(
                        "'type':'edit','edit':{'original_message_id':'wamid.8','message':"
                                + "{'context':{'id':'M0'},'type':'text','text':{'body':'A las 5'}}}"));
    }

    @Test
    void anEditedCaption() throws Exception {
        assertEquals(
                new Content.Edit(
                        new MessageId("wamid.8"),
                        media(MediaKind.IMAGE, "image/jpeg", null, "Otra", false)),
                contentOf(
                        "'type':'edit','edit':{'original_message_id':'wamid.8','message':{'type':'image',"
                                + "'image':{'id':'777','mime_type':'image/jpeg','sha256':'abc=',"
                                + "'caption':'Otra'}}}"));
    }

    @Test
    void aDeletedMessage() throws Exception {
        assertEquals(
                new Content.Deletion(new MessageId("wamid.8")),
                contentOf("'type':'revoke','revoke':{'original_message_id':'wamid.8'}"));
    }

    private static Media media(
            MediaKind kind,
            String mediaType,
            @Nullable String fileName,
            @Nullable String caption,
            boolean voice) {
        return new Media(
                kind,
                "777",
                mediaType,
                Optional.of("abc="),
                Optional.ofNullable(fileName),
                Optional.ofNullable(caption),
                voice);
    }
}
