package io.conserje.channel.telegram;

import static io.conserje.channel.telegram.Desk.contentOf;
import static io.conserje.channel.telegram.Desk.fromAna;
import static io.conserje.channel.telegram.Desk.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.channel.Normalised;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import io.conserje.model.MediaKind;
import io.conserje.model.MessageId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sends in a private chat. */
class CustomerSendsTest {

    @Test
    void aTextComesFromItsChatUnderTheChatsAndTheMessagesNumber() throws Exception {
        assertEquals(
                new Normalised.FromContact(
                        Desk.ANA,
                        new InboundMessage(
                                new MessageId("6962620676:154"),
                                Desk.SENT_AT,
                                Optional.empty(),
                                new Content.Text("Hola"))),
                told("message", fromAna("'text':'Hola'")));
    }

    @Test
    void aCommandStaysAsItWasTyped() throws Exception {
        assertEquals(
                new Content.Text("/start"),
                contentOf(
                        "'text':'/start','entities':[{'type':'bot_command','offset':0,'length':6}]"));
    }

    @Test
    void anAnswerNamesTheMessageThatItAnswers() throws Exception {
        Normalised told =
                told("message", fromAna("'text':'Sí','reply_to_message':{'message_id':150}"));

        assertEquals(Optional.of(new MessageId("6962620676:150")), Desk.message(told).quotes());
    }

    @Test
    void whoHidesEverythingIsStillAContact() throws Exception {
        Normalised told =
                told(
                        "message",
                        "'message_id':1,'date':1760000000,'text':'a','chat':{'id':5,'type':'private'}");

        assertEquals("5", Desk.contact(told).key());
        assertEquals(Optional.empty(), Desk.contact(told).name());
    }

    @Test
    void aPhotoIsItsLargestSize() throws Exception {
        assertEquals(
                media(
                        MediaKind.IMAGE,
                        "image/jpeg",
                        Optional.empty(),
                        Optional.of("Mi hombro"),
                        false),
                contentOf(
                        "'caption':'Mi hombro','photo':[{'file_id':'s','width':90,'height':67},"
                                + "{'file_id':'F','width':1280,'height':960},"
                                + "{'file_id':'m','width':320,'height':239}]"));
    }

    @Test
    void aVoiceNoteIsSpoken() throws Exception {
        assertEquals(
                media(MediaKind.AUDIO, "audio/ogg", Optional.empty(), Optional.empty(), true),
                contentOf("'voice':{'duration':2,'mime_type':'audio/ogg','file_id':'F'}"));
    }

    @ParameterizedTest
    @CsvSource({
        "audio, AUDIO, audio/mpeg",
        "video, VIDEO, video/mp4",
        "video_note, VIDEO, video/mp4",
        "animation, VIDEO, video/mp4",
        "document, DOCUMENT, application/octet-stream",
        "sticker, STICKER, image/webp",
    })
    void aFileWithoutATypeHasTheOneOfItsKind(String field, MediaKind kind, String type)
            throws Exception {
        assertEquals(
                media(kind, type, Optional.empty(), Optional.empty(), false),
                contentOf("'" + field + "':{'file_id':'F'}"));
    }

    @Test
    void aDocumentKeepsItsNameAndType() throws Exception {
        assertEquals(
                media(
                        MediaKind.DOCUMENT,
                        "application/pdf",
                        Optional.of("análisis.pdf"),
                        Optional.of("Aquí"),
                        false),
                contentOf(
                        "'document':{'file_id':'F','mime_type':'application/pdf',"
                                + "'file_name':'análisis.pdf'},'caption':'Aquí'"));
    }

    @Test
    void anAnimationIsNotTheDocumentThatComesWithItForOldPrograms() throws Exception {
        assertEquals(
                media(MediaKind.VIDEO, "video/mp4", Optional.empty(), Optional.empty(), false),
                contentOf("'document':{'file_id':'D'},'animation':{'file_id':'F'}"));
    }

    @ParameterizedTest
    @CsvSource({"is_animated, application/x-tgsticker", "is_video, video/webm"})
    void aStickerMayMove(String field, String type) throws Exception {
        assertEquals(
                media(MediaKind.STICKER, type, Optional.empty(), Optional.empty(), false),
                contentOf("'sticker':{'file_id':'F','" + field + "':true}"));
    }

    @Test
    void eachItemOfAnAlbumIsAMessage() throws Exception {
        assertEquals(
                media(MediaKind.VIDEO, "video/mp4", Optional.empty(), Optional.empty(), false),
                contentOf("'media_group_id':'12543417770506682','video':{'file_id':'F'}"));
    }

    @Test
    void aPlaceIsRead() throws Exception {
        assertEquals(
                new Content.Location(40.4168, -3.7038, Optional.empty(), Optional.empty()),
                contentOf("'location':{'latitude':40.4168,'longitude':-3.7038}"));
    }

    @Test
    void aVenueHasANameToo() throws Exception {
        assertEquals(
                new Content.Location(
                        40.4, -3.7, Optional.of("Clínica"), Optional.of("Calle Mayor 1")),
                contentOf(
                        "'location':{'latitude':40.4,'longitude':-3.7},'venue':{'location':"
                                + "{'latitude':40.4,'longitude':-3.7},'title':'Clínica',"
                                + "'address':'Calle Mayor 1'}"));
    }

    @Test
    void aContactIsACard() throws Exception {
        assertEquals(
                new Content.ContactCards(
                        List.of(new Content.Card("Eva Sanz", List.of("+34600111222")))),
                contentOf(
                        "'contact':{'phone_number':'+34600111222','first_name':'Eva','last_name':'Sanz'}"));
    }

    @Test
    void aPressedButtonIsTheChoiceThatWasRead() throws Exception {
        Normalised told =
                told(
                        "callback_query",
                        "'id':'77','data':'slot-2',"
                                + Desk.FROM_ANA
                                + ",'message':{'message_id':1236,'date':1760000000,"
                                + Desk.PRIVATE
                                + ",'reply_markup':{'inline_keyboard':[[{'text':'A la 1','callback_data':"
                                + "'slot-1'}],[{'text':'A las 2','callback_data':'slot-2'}]]}}");

        assertEquals(
                new Normalised.FromContact(
                        Desk.ANA,
                        new InboundMessage(
                                new MessageId("callback:77:6962620676"),
                                Desk.SENT_AT,
                                Optional.of(new MessageId("6962620676:1236")),
                                new Content.Choice("slot-2", "A las 2"))),
                told);
    }

    @Test
    void theButtonOfAMessageThatIsTooOldIsNamedByItsId() throws Exception {
        Normalised told =
                told(
                        "callback_query",
                        "'id':'77','data':'slot-2',"
                                + Desk.FROM_ANA
                                + ",'message':{'message_id':1236,'date':0,"
                                + Desk.PRIVATE
                                + "}");

        assertEquals(new Content.Choice("slot-2", "slot-2"), Desk.message(told).content());
    }

    @Test
    void anEditReplacesTheMessageAndHasAnIdOfItsOwn() throws Exception {
        Normalised told =
                told("edited_message", fromAna("'edit_date':1760000060,'text':'Hola, buenas'"));

        assertEquals(
                new InboundMessage(
                        new MessageId("update:439432599"),
                        Desk.SENT_AT.plusSeconds(60),
                        Optional.empty(),
                        new Content.Edit(
                                new MessageId("6962620676:154"), new Content.Text("Hola, buenas"))),
                Desk.message(told));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[]; [{'type':'emoji','emoji':'👍'}]; 👍",
                "[{'type':'emoji','emoji':'👍'}]; [{'type':'emoji','emoji':'👍'},{'type':'emoji','emoji':'🌭'}]; 🌭",
                "[{'type':'emoji','emoji':'👍'},{'type':'emoji','emoji':'🌭'}]; [{'type':'emoji','emoji':'👍'}]; 👍",
                "[{'type':'emoji','emoji':'👍'}]; []; ``",
            })
    void aReactionNamesItsMessageAndMayBeTakenBack(String before, String now, String emoji)
            throws Exception {
        assertEquals(
                new Content.Reaction(
                        new MessageId("6962620676:501"),
                        Optional.of(emoji).filter(text -> !text.isEmpty())),
                reaction(before, now));
    }

    @Test
    void aReactionThatIsNoEmojiIsNotOneTakenBack() throws Exception {
        Content content = reaction("[]", "[{'type':'custom_emoji','custom_emoji_id':'5'}]");

        assertEquals("message_reaction", ((Content.Unsupported) content).kind());
    }

    @ParameterizedTest
    @CsvSource({"kicked, false", "member, true"})
    void whoBlocksTheBotCannotBeReachedUntilTheyLetItInAgain(String status, boolean reachable)
            throws Exception {
        Normalised told =
                told(
                        "my_chat_member",
                        Desk.PRIVATE
                                + ","
                                + Desk.FROM_ANA
                                + ",'date':1760000000,'new_chat_member':{'status':'"
                                + status
                                + "'}");

        assertEquals(
                new Normalised.FromContact(
                        Desk.ANA,
                        InboundMessage.of(
                                new MessageId("update:439432599"),
                                Desk.SENT_AT,
                                new Content.Reach(reachable))),
                told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'pinned_message':{'message_id':3,'text':'Cita el lunes'}",
                "'message_auto_delete_timer_changed':{'message_auto_delete_time':86400}"
            })
    void whatTelegramTellsAboutTheChatIsANotice(String fields) throws Exception {
        assertEquals(
                Content.Notice.class, contentOf(fields).getClass(), contentOf(fields).toString());
    }

    private static Content reaction(String before, String now) throws Exception {
        return Desk.message(
                        told(
                                "message_reaction",
                                Desk.PRIVATE
                                        + ",'message_id':501,'date':1760000000,'user':{'id':6962620676},"
                                        + "'old_reaction':"
                                        + before
                                        + ",'new_reaction':"
                                        + now))
                .content();
    }

    private static Content.Media media(
            MediaKind kind,
            String type,
            Optional<String> fileName,
            Optional<String> caption,
            boolean voice) {
        return new Content.Media(kind, "F", type, Optional.empty(), fileName, caption, voice);
    }
}
