package io.conserje.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.channel.Normalised;
import io.conserje.model.Receipt;
import io.conserje.model.Receipt.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptsTest {

    @ParameterizedTest
    @CsvSource({
        "sent, SENT",
        "delivered, DELIVERED",
        "read, READ",
        "played, PLAYED",
        "failed, FAILED"
    })
    void eachWordIsAStepOfOurMessage(String word, Progress progress) throws Exception {
        String ours = ",'biz_opaque_callback_data':'" + Desk.OUR_ID + "'";

        assertEquals(
                new Receipt(
                        "wamid.OUT",
                        Optional.of(Desk.OUR_ID),
                        progress,
                        Instant.ofEpochSecond(1_698_266_945),
                        Optional.empty()),
                receipt(word, ours));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",'biz_opaque_callback_data':'some data'",
                ",'biz_opaque_callback_data':'aaaa.7'",
                ",'biz_opaque_callback_data':'abcdefghijklmnopqrstuvwxyz.x'",
                ",'biz_opaque_callback_data':'abcdefghijklmnopqrstuvwxyz.0'",
                ",'biz_opaque_callback_data':'abcdefghijklmnopqrstuvwxyz.99999999999999999999'",
                ",'biz_opaque_callback_data':{}",
            })
    void wordsThatAreNotOursNameNoMessage(String callbackData) throws Exception {
        assertEquals(Optional.empty(), receipt("sent", callbackData).message());
    }

    @Test
    void aFailureSaysWhyInMetasWords() throws Exception {
        assertEquals(
                Optional.of(
                        "131047 Re-engagement message: Message failed to send because more than 24"
                                + " hours have passed since the customer last replied to this number."),
                receipt(
                                "failed",
                                ",'errors':[{'code':131047,'title':'Re-engagement message','message':"
                                        + "'Re-engagement message','error_data':{'details':'Message failed to"
                                        + " send because more than 24 hours have passed since the customer"
                                        + " last replied to this number.'}}]")
                        .failure());
    }

    @Test
    void aFailureWithoutDetailsSaysWhatThereIs() throws Exception {
        assertEquals(
                Optional.of("131053 Media upload error"),
                receipt("failed", ",'errors':[{'code':131053,'message':'Media upload error'}]")
                        .failure());
    }

    @Test
    void receiptsKeepTheirOrderAndMayRepeat() throws Exception {
        String read = "{'id':'wamid.OUT','status':'read','timestamp':'2'}";
        String sent = "{'id':'wamid.OUT','status':'sent','timestamp':1}";

        List<Normalised> told =
                Desk.normalise(
                        Desk.envelope(
                                Desk.change(
                                        "'statuses':[" + read + "," + sent + "," + read + "]")));

        assertEquals(
                List.of(Progress.READ, Progress.SENT, Progress.READ),
                told.stream().map(ReceiptsTest::receipt).map(Receipt::progress).toList());
    }

    private static Receipt receipt(String word, String fields) throws Exception {
        String status =
                "'statuses':[{'id':'wamid.OUT','status':'"
                        + word
                        + "','timestamp':'1698266945','recipient_id':'34600111222'"
                        + fields
                        + ",'pricing':{'billable':true,'pricing_model':'PMP'}}]";
        return receipt(Desk.only(Desk.normalise(Desk.envelope(Desk.change(status)))));
    }

    private static Receipt receipt(Normalised told) {
        return ((Normalised.AboutMessage) told).receipt();
    }
}
