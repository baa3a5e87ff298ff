package io.conserje.application;

import io.conserje.application.ReceiptQueue.Notice;
import io.conserje.channel.Normalised;
import io.conserje.model.Account;
import io.conserje.model.Arrival;
import io.conserje.model.Contact;
import io.conserje.model.CorrelationId;
import io.conserje.model.InboundMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one webhook told, by where it goes.
 *
 * @param arrivals what came for one conversation goes on as one, in its order
 * @param passedOver what concerned nobody here, in a few words each
 */
record Sorted(List<Arrival> arrivals, List<Notice> notices, List<String> passedOver) {

    static Sorted of(
            List<Normalised> told, Account account, CorrelationId correlation, Instant now) {
        Map<Optional<String>, Heard> heard = new LinkedHashMap<>();
        List<Notice> notices = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        for (Normalised one : told) {
            switch (one) {
                case Normalised.FromContact from ->
                        add(heard, Optional.of(from.contact()), from.message());
                case Normalised.AboutAccount about -> add(heard, Optional.empty(), about.message());
                case Normalised.AboutMessage about ->
                        notices.add(new Notice(account.project(), about.receipt(), correlation));
                case Normalised.PassedOver passed -> passedOver.add(passed.why());
            }
        }
        List<Arrival> arrivals = new ArrayList<>();
        heard.values().forEach(each -> arrivals.add(each.by(account, correlation, now)));
        return new Sorted(List.copyOf(arrivals), List.copyOf(notices), List.copyOf(passedOver));
    }

    /**
     * What one contact said.
     *
     * @param contact as it was first told
     */
    private record Heard(Optional<Contact> contact, List<InboundMessage> messages) {
        Arrival by(Account account, CorrelationId correlation, Instant now) {
            return new Arrival(
                    account.project(), account.ref(), contact, messages, correlation, now);
        }
    }

    private static void add(
            Map<Optional<String>, Heard> heard, Optional<Contact> contact, InboundMessage message) {
        heard.computeIfAbsent(
                        contact.map(Contact::key), key -> new Heard(contact, new ArrayList<>()))
                .messages()
                .add(message);
    }
}
