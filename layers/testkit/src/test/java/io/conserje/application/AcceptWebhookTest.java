package io.conserje.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.application.AcceptWebhook.Accepted;
import io.conserje.application.AcceptWebhook.Malformed;
import io.conserje.application.AcceptWebhook.NotAuthentic;
import io.conserje.application.AcceptWebhook.Outcome;
import io.conserje.application.AcceptWebhook.TooLarge;
import io.conserje.application.AcceptWebhook.UnknownAccount;
import io.conserje.channel.Normalised;
import io.conserje.channel.Webhook;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.Arrival;
import io.conserje.model.Contact;
import io.conserje.model.Content;
import io.conserje.model.CorrelationId;
import io.conserje.model.InboundMessage;
import io.conserje.model.Receipt;
import io.conserje.model.Receipt.Progress;
import io.conserje.testkit.Arrivals;
import io.conserje.testkit.Businesses;
import io.conserje.testkit.Desk;
import io.conserje.testkit.Messages;
import io.conserje.testkit.ScriptedChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcceptWebhookTest {
    private static final InboundMessage HOLA = Messages.text("hola");
    private static final Receipt RECEIPT =
            new Receipt(
                    "wamid.OUT",
                    Optional.empty(),
                    Progress.DELIVERED,
                    Messages.MORNING,
                    Optional.empty());

    private final Desk desk = Desk.open();

    @Test
    void whatACustomerWroteIsQueuedBeforeItIsAccepted() {
        desk.channel().tells(from(Arrivals.ANA, HOLA));

        Outcome outcome = accept(signed("{}"));

        Arrival arrival = Arrivals.from(Arrivals.ANA, HOLA);
        assertEquals(new Accepted(List.of(arrival), 0, List.of()), outcome);
        assertEquals(List.of(arrival), desk.arrivals().all());
    }

    @Test
    void whatCameForOneConversationStaysTogetherInItsOrder() {
        InboundMessage second = Messages.text("¿abren hoy?");
        InboundMessage others = Messages.text("buenas");
        desk.channel()
                .tells(
                        from(Arrivals.ANA, HOLA),
                        from(Arrivals.BETO, others),
                        from(Arrivals.ANA, second));

        accept(signed("{}"));

        assertEquals(
                List.of(
                        Arrivals.from(Arrivals.ANA, HOLA, second),
                        Arrivals.from(Arrivals.BETO, others)),
                desk.arrivals().all());
    }

    @Test
    void aCustomerWhoShowsAnotherNameIsStillTheSame() {
        Contact renamed =
                new Contact(
                        Optional.empty(),
                        Arrivals.ANA.phone(),
                        Optional.of("Ana María"),
                        Optional.empty());
        InboundMessage second = Messages.text("soy yo");
        desk.channel().tells(from(Arrivals.ANA, HOLA), from(renamed, second));

        accept(signed("{}"));

        assertEquals(List.of(Arrivals.from(Arrivals.ANA, HOLA, second)), desk.arrivals().all());
    }

    @Test
    void receiptsTakeTheirOwnQueue() {
        desk.channel().tells(new Normalised.AboutMessage(RECEIPT));

        assertEquals(new Accepted(List.of(), 1, List.of()), accept(signed("{}")));

        assertEquals(List.of(), desk.arrivals().all());
        assertEquals(
                List.of(new ReceiptQueue.Notice(Businesses.CLINIC, RECEIPT, Arrivals.CORRELATION)),
                desk.receipts().all());
    }

    @Test
    void whatConcernsTheAccountGoesToNobodysConversation() {
        InboundMessage notice = Messages.message("n1", new Content.Notice("quality", "flagged"));
        desk.channel().tells(new Normalised.AboutAccount(notice), from(Arrivals.ANA, HOLA));

        accept(signed("{}"));

        assertEquals(
                List.of(Arrivals.aboutTheAccount(notice), Arrivals.from(Arrivals.ANA, HOLA)),
                desk.arrivals().all());
    }

    @Test
    void whatHasNoWordYetIsKept() {
        InboundMessage odd = Messages.message("u1", new Content.Unsupported("poll", "{}"));
        desk.channel().tells(from(Arrivals.ANA, odd), from(Arrivals.ANA, HOLA));

        Outcome outcome = accept(signed("{}"));

        assertEquals(
                new Accepted(List.of(Arrivals.from(Arrivals.ANA, odd, HOLA)), 0, List.of()),
                outcome);
    }

    @Test
    void aWebhookThatTellsNothingIsAccepted() {
        assertEquals(new Accepted(List.of(), 0, List.of()), accept(signed("{}")));
    }

    @Test
    void ofWhatTheProviderDidNotSignNothingIsQueued() {
        desk.channel().tells(from(Arrivals.ANA, HOLA), new Normalised.AboutMessage(RECEIPT));

        assertEquals(new NotAuthentic(), accept(webhook("forged", "{}")));

        assertEquals(List.of(), desk.arrivals().all());
        assertEquals(List.of(), desk.receipts().all());
    }

    @Test
    void nonsenseIsRefusedWithItsReason() {
        desk.channel().tellsNonsense("not JSON");

        assertEquals(new Malformed("not JSON"), accept(signed("<xml/>")));
    }

    @Test
    void anAccountOfNoProjectIsUnknown() {
        AccountRef nobodys = new AccountRef(ScriptedChannel.NAME, "nobodys");

        assertEquals(new UnknownAccount(), accept(nobodys, signed("{}")));
    }

    @Test
    void anAccountOfAChannelThatThisBuildDoesNotHaveIsUnknown() {
        AccountRef fax = new AccountRef("fax", "clinica");
        desk.directory().with(new Account(Businesses.CLINIC, fax, Map.of()));

        assertEquals(new UnknownAccount(), accept(fax, signed("{}")));
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedUnread() {
        String largest = "x".repeat(AcceptWebhook.MAX_BODY_BYTES);

        assertEquals(new Accepted(List.of(), 0, List.of()), accept(signed(largest)));
        assertEquals(new TooLarge(), accept(signed(largest + "x")));
    }

    @Test
    void whatDoesNotFitIntoTheQueueIsTooLarge() {
        desk.channel().tells(from(Arrivals.ANA, HOLA));
        AcceptWebhook narrow =
                new AcceptWebhook(
                        desk.channels(),
                        desk.directory(),
                        desk.secrets(),
                        arrivals -> {
                            throw new DoesNotFit("a message of 300000 bytes");
                        },
                        desk.receipts());

        assertEquals(
                new TooLarge(),
                narrow.accept(
                        Businesses.ACCOUNT, signed("{}"), Arrivals.CORRELATION, Messages.MORNING));
    }

    @Test
    void whileTheInboundQueueIsAwayNothingIsAccepted() {
        desk.channel().tells(from(Arrivals.ANA, HOLA));
        desk.arrivals().downFor(1);

        assertThrows(Unavailable.class, () -> accept(signed("{}")));
    }

    @Test
    void whileTheReceiptsQueueIsAwayNothingIsAccepted() {
        desk.channel().tells(from(Arrivals.ANA, HOLA), new Normalised.AboutMessage(RECEIPT));
        desk.receipts().downFor(1);

        assertThrows(Unavailable.class, () -> accept(signed("{}")));
    }

    private Outcome accept(Webhook webhook) {
        return accept(Businesses.ACCOUNT, webhook);
    }

    private Outcome accept(AccountRef account, Webhook webhook) {
        CorrelationId correlation = Arrivals.CORRELATION;
        return desk.acceptWebhook().accept(account, webhook, correlation, Messages.MORNING);
    }

    private static Normalised from(Contact contact, InboundMessage message) {
        return new Normalised.FromContact(contact, message);
    }

    private static Webhook signed(String body) {
        return webhook(Desk.SIGNATURE, body);
    }

    private static Webhook webhook(String signature, String body) {
        return new Webhook(
                Map.of(ScriptedChannel.SIGNATURE, signature), Map.of(), body.getBytes(UTF_8));
    }
}
