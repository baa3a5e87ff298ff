package io.conserje.channel.telegram;

import static io.conserje.channel.telegram.Desk.inGroup;
import static io.conserje.channel.telegram.Desk.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.channel.Normalised;
import io.conserje.model.Contact;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import io.conserje.model.MessageId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In a group, only what is said to the bot concerns it. */
class GroupsTest {
    private static final String CHAT = "-1001293752024";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'text':'/precio','entities':[{'type':'bot_command','offset':0,'length':7}]; /precio",
                "'text':'/precio@Clinica_Bot hoy','entities':[{'type':'bot_command','offset':0,'length':19}]; /precio hoy",
                "'text':'@clinica_bot hola','entities':[{'type':'mention','offset':0,'length':12}]; hola",
                "'text':'@clinica_bot, hola','entities':[{'type':'mention','offset':0,'length':12}]; hola",
                "'text':'👋 hola @clinica_bot, ¿abrís?','entities':[{'type':'mention','offset':8,'length':12}]; 👋 hola, ¿abrís?",
                "'text':'@clinica_bot','entities':[{'type':'mention','offset':0,'length':12}]; @clinica_bot",
                "'text':'Recepción, hola','entities':[{'type':'text_mention','offset':0,'length':9,'user':{'id':9876543210}}]; hola",
                "'text':'¿Y mañana?','reply_to_message':{'message_id':3,'from':{'id':9876543210,'is_bot':true}}; ¿Y mañana?",
                "'text':'¿Y mañana?','reply_to_message':{'message_id':3,'from':{'id':1,'username':'clinica_bot'}}; ¿Y mañana?",
            })
    void whatIsSaidToTheBotIsReadWithoutItsName(String fields, String text) throws Exception {
        Normalised told = told("message", inGroup(fields));

        assertEquals(Desk.contact(CHAT, "Ana García", "ana_g"), Desk.contact(told));
        assertEquals(new MessageId(CHAT + ":35410"), Desk.message(told).id());
        assertEquals(new Content.Text(text), Desk.message(told).content());
    }

    @Test
    void aCaptionMayCallTheBotToo() throws Exception {
        Normalised told =
                told(
                        "message",
                        inGroup(
                                "'photo':[{'file_id':'F'}],'caption':'@clinica_bot mira','caption_entities':"
                                        + "[{'type':'mention','offset':0,'length':12}]"));

        assertEquals(Optional.of("mira"), ((Content.Media) Desk.message(told).content()).caption());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'text':'hola a todos'",
                "'text':'@clinica_bot hola'",
                "'text':'/precio@otro_bot','entities':[{'type':'bot_command','offset':0,'length':16}]",
                "'text':'escribe /precio','entities':[{'type':'bot_command','offset':8,'length':7}]",
                "'text':'@otro_bot hola','entities':[{'type':'mention','offset':0,'length':9}]",
                "'text':'a','entities':[{'type':'mention','offset':0,'length':12}]",
                "'text':'ya','reply_to_message':{'message_id':3,'from':{'id':5}}",
                "'text':'ya','reply_to_message':{'message_id':3,'forum_topic_created':{},'from':{'id':9876543210}}",
                "'is_automatic_forward':true,'text':'/a','entities':[{'type':'bot_command','offset':0,'length':2}]",
                "'dice':{'emoji':'🎲','value':2}",
                "'pinned_message':{'message_id':3}",
                "'new_chat_members':[{'id':9876543210,'is_bot':true}]",
            })
    void whatPeopleSayToEachOtherIsPassedOver(String fields) throws Exception {
        assertInstanceOf(Normalised.PassedOver.class, told("message", inGroup(fields)));
        assertInstanceOf(Normalised.PassedOver.class, told("edited_message", inGroup(fields)));
    }

    @Test
    void aTopicOfAForumIsAContactOfItsOwn() throws Exception {
        String command = "'text':'/a','entities':[{'type':'bot_command','offset':0,'length':2}]";

        assertEquals(
                CHAT + "/12",
                Desk.contact(
                                told(
                                        "message",
                                        inGroup(
                                                command
                                                        + ",'is_topic_message':true,'message_thread_id':12")))
                        .key());
        assertEquals(
                CHAT,
                Desk.contact(told("message", inGroup(command + ",'message_thread_id':12"))).key(),
                "a thread of answers is no topic");
    }

    @Test
    void aButtonInATopicIsPressedThere() throws Exception {
        Normalised told =
                told(
                        "callback_query",
                        "'id':'77','data':'a',"
                                + Desk.FROM_ANA
                                + ",'message':{'message_id':9,'date':1760000000,'is_topic_message':true,"
                                + "'message_thread_id':12,"
                                + Desk.GROUP
                                + "}");

        assertEquals(CHAT + "/12", Desk.contact(told).key());
        assertEquals(new MessageId("callback:77:" + CHAT), Desk.message(told).id());
    }

    @Test
    void anAnonymousAdministratorIsAPersonUnderTheGroupsName() throws Exception {
        Normalised told =
                told(
                        "message",
                        "'message_id':1,'date':1760000000,'text':'/a','entities':[{'type':'bot_command',"
                                + "'offset':0,'length':2}],'from':{'id':1087968824,'is_bot':true,'first_name':"
                                + "'Group','username':'GroupAnonymousBot'},"
                                + Desk.GROUP);

        assertEquals(
                new Contact(
                        Optional.of(CHAT),
                        Optional.empty(),
                        Optional.of("Vecinos"),
                        Optional.empty()),
                Desk.contact(told));
    }

    @Test
    void anotherBotIsPassedOverEvenWhenItCallsUs() throws Exception {
        String said =
                "'message_id':1,'date':1760000000,'text':'/a','entities':[{'type':'bot_command',"
                        + "'offset':0,'length':2}],'from':{'id':5,'is_bot':true},";

        assertInstanceOf(Normalised.PassedOver.class, told("message", said + Desk.GROUP));
        assertInstanceOf(Normalised.PassedOver.class, told("message", said + Desk.PRIVATE));
    }

    @ParameterizedTest
    @CsvSource({"migrate_to_chat_id, -1001555296434", "migrate_from_chat_id, -599075523"})
    void aGroupThatMovesTellsItsOtherId(String field, String id) throws Exception {
        Normalised told = told("message", inGroup("'" + field + "':" + id));

        assertEquals(
                InboundMessage.of(
                        new MessageId(CHAT + ":35410"),
                        Desk.SENT_AT,
                        new Content.Notice(field, id)),
                Desk.message(told));
    }

    @Test
    void theBotsOwnComingsAndGoingsAreToldToTheAccount() throws Exception {
        Normalised told =
                told(
                        "my_chat_member",
                        Desk.GROUP
                                + ",'date':1760000000,'new_chat_member':{'status':'administrator'}");

        assertEquals(
                new Content.Notice("my_chat_member", CHAT + ": administrator"),
                ((Normalised.AboutAccount) told).message().content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel_post", "edited_channel_post", "message", "edited_message"})
    void aChannelsPostsArePassedOver(String kind) throws Exception {
        assertInstanceOf(
                Normalised.PassedOver.class,
                told(
                        kind,
                        "'message_id':1,'date':1,'text':'a','chat':{'id':-100,'type':'channel'}"));
    }

    @Test
    void reactionsInAGroupArePassedOver() throws Exception {
        assertInstanceOf(
                Normalised.PassedOver.class,
                told("message_reaction", Desk.GROUP + ",'message_id':3,'new_reaction':[]"));
        assertInstanceOf(
                Normalised.PassedOver.class,
                told("message_reaction_count", Desk.GROUP + ",'message_id':3"));
    }
}
