package io.conserje.local.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.model.Content;
import io.conserje.model.Outgoing;
import io.conserje.model.Receipt;
import io.conserje.model.Receipt.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the provider reports of a message that it took. */
interface ReportsContract extends OnALine {

    @Test
    default void whatever_is_taken_is_reported_under_our_own_name_until_it_is_read() {
        Customer ana = line().somebody();
        assertEquals(!is(Known.NO_RECEIPTS), channel().receiptsProveAcceptance());

        for (Outgoing content : everything()) {
            Sent sent = content instanceof Outgoing.Ask ask ? ana.isAsked(ask) : ana.gets(content);
            String name = sent.accepted();
            assertEquals(sent.receipts().size(), sent.told().size(), sent.told()::toString);
            if (is(Known.NO_RECEIPTS)) {
                assertEquals(List.of(), sent.told());
            } else {
                assertEquals(
                        List.of(
                                receipt(sent, name, Progress.SENT),
                                receipt(sent, name, Progress.DELIVERED),
                                receipt(sent, name, Progress.READ)),
                        sent.receipts());
            }
        }
    }

    private Receipt receipt(Sent sent, String name, Progress progress) {
        return new Receipt(
                name, Optional.of(sent.message().id()), progress, line().now(), Optional.empty());
    }

    private static List<Outgoing> everything() {
        List<Outgoing> all = new ArrayList<>();
        all.add(new Outgoing.Say("hola"));
        all.add(Doings.QUESTION);
        all.add(new Outgoing.Place(8.98, -79.52, "Clínica", Optional.of("Calle 50")));
        all.add(new Outgoing.Place(8.98, -79.52, "Clínica", Optional.empty()));
        all.add(new Outgoing.Cards(List.of(new Content.Card("Luis", List.of("+34600700800")))));
        for (Sample sample : Sample.values()) {
            all.add(sample.fromUs(Optional.empty()));
        }
        return all;
    }
}
