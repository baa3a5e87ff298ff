package io.conserje.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.conserje.channel.Normalised;
import io.conserje.model.Account;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import io.conserje.model.Template.Status;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Meta decides about a template, told to the account. */
class TemplateNewsTest {
    private static final String NAMED =
            "'message_template_name':'recordatorio','message_template_language':'es_ES'";

    @Test
    void anApprovedTemplate() throws Exception {
        InboundMessage told = told("'event':'APPROVED','reason':'NONE'," + NAMED, 1_751_247_548);

        assertEquals(
                new Content.TemplateNews(
                        "recordatorio", "es_ES", Status.APPROVED, Optional.empty()),
                told.content());
        assertEquals(Instant.ofEpochSecond(1_751_247_548), told.sentAt());
    }

    @Test
    void aRejectedTemplateSaysWhyAndWhatToDo() throws Exception {
        assertEquals(
                Optional.of("INVALID_FORMAT: Variables touch. Put words between them."),
                news("'event':'REJECTED','reason':'INVALID_FORMAT',"
                                + NAMED
                                + ",'rejection_info':{'reason':'Variables touch.',"
                                + "'recommendation':'Put words between them.'}")
                        .reason());
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVED, APPROVED",
        "REINSTATED, APPROVED",
        "FLAGGED, APPROVED",
        "PENDING, PENDING",
        "IN_APPEAL, PENDING",
        "REJECTED, REJECTED",
        "PAUSED, PAUSED",
        "DISABLED, DISABLED",
        "LIMIT_EXCEEDED, DISABLED",
        "ARCHIVED, DISABLED",
        "HOVERING, PENDING",
    })
    void eachEventIsAStatus(String event, Status status) throws Exception {
        assertEquals(status, news("'event':'" + event + "'," + NAMED).status());
    }

    @Test
    void theSameNewsHasTheSameIdAndALaterOneAnother() throws Exception {
        String value = "'event':'APPROVED'," + NAMED;

        assertEquals(told(value, 1).id(), told(value, 1).id());
        assertNotEquals(told(value, 1).id(), told(value, 2).id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'event':'APPROVED'",
                "'event':7.5," + "'message_template_name':'a'",
                NAMED,
            })
    void newsOfNoTemplateAreKeptWhole(String value) throws Exception {
        Content kept = told(value, 1).content();

        assertEquals(
                "message_template_status_update",
                assertInstanceOf(Content.Unsupported.class, kept).kind());
    }

    @Test
    void newsOfAnotherBusinessOfTheSameAppAreOnlyNoted() throws Exception {
        Account other = new Account(Desk.PROJECT, Desk.REF, Map.of("business-account-id", "999"));
        Account same =
                new Account(Desk.PROJECT, Desk.REF, Map.of("business-account-id", Graph.BUSINESS));
        String body = body("'event':'APPROVED'," + NAMED, 1);

        assertInstanceOf(Content.Unsupported.class, told(body, other).content());
        assertInstanceOf(Content.TemplateNews.class, told(body, same).content());
    }

    private static Content.TemplateNews news(String value) throws Exception {
        return assertInstanceOf(Content.TemplateNews.class, told(value, 1).content());
    }

    private static InboundMessage told(String value, long time) throws Exception {
        return told(body(value, time), Desk.ACCOUNT);
    }

    private static InboundMessage told(String body, Account account) throws Exception {
        Normalised told =
                Desk.only(new WhatsAppChannel().normalise(Desk.webhook(Desk.json(body)), account));
        return assertInstanceOf(Normalised.AboutAccount.class, told).message();
    }

    private static String body(String value, long time) {
        return "{'entry':[{'id':'%s','time':%d,'changes':[%s]}],'object':'whatsapp_business_account'}"
                .formatted(
                        Graph.BUSINESS,
                        time,
                        Desk.changeOf("message_template_status_update", "{" + value + "}"));
    }
}
