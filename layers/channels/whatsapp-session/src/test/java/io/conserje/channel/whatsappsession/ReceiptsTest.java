package io.conserje.channel.whatsappsession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.model.OutboundId;
import io.conserje.model.Receipt;
import io.conserje.model.Receipt.Progress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptsTest {
    private static final OutboundId OURS =
            OutboundId.parse("abcdefghijklmnopqrstuvwxyz".replaceAll("[^a-z2-7]", "a") + ".7");

    @ParameterizedTest
    @CsvSource({"sent, SENT", "delivered, DELIVERED", "read, READ", "played, PLAYED"})
    void whatBecameOfOursIsTold(String type, Progress progress) throws Exception {
        assertEquals(
                new Receipt("3EB0AA", Optional.of(OURS), progress, Desk.SENT_AT, Optional.empty()),
                Desk.receipt(Desk.told(Desk.event(type, ",'ref':'" + OURS + "'"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                ",'code':'463','reason':'Your account has been restricted'; 463 Your account has been restricted",
                ",'code':'expired'; expired",
                "''; no reason",
            })
    void aFailureHasItsReason(String fields, String why) throws Exception {
        Receipt receipt = Desk.receipt(Desk.told(Desk.event("failed", fields)));

        assertEquals(Progress.FAILED, receipt.progress());
        assertEquals(Optional.of(why), receipt.failure());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'ref':'x'", ",'ref':'abc.7'", ",'ref':{}", ",'ref':'.'"})
    void aReceiptWithoutANameOfOursHasTheProvidersAlone(String ref) throws Exception {
        Receipt receipt = Desk.receipt(Desk.told(Desk.event("sent", ref)));

        assertTrue(receipt.message().isEmpty());
        assertEquals("3EB0AA", receipt.providerId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'id':'3EB0AA',", ",'t':1790000000"})
    void aReceiptOfNothingOrOfNoTimeIsKeptWhole(String field) throws Exception {
        assertEquals(
                "sent",
                Desk.keptOnAccount(Desk.told(Desk.event("sent", "").replace(field, ""))).kind());
    }

    @Test
    void anotherSessionsReceiptIsNotOurs() throws Exception {
        String body = Desk.event("sent", "").replace("'front'", "'back'");

        assertEquals("sent", Desk.keptOnAccount(Desk.told(body)).kind());
    }
}
