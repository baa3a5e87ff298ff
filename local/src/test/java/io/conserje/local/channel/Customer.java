package io.conserje.local.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.channel.Secrets;
import io.conserje.channel.SendOutcome;
import io.conserje.engine.fit.Fit;
import io.conserje.local.emulator.Direction;
import io.conserje.local.emulator.Gesture;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.model.Account;
import io.conserje.model.Contact;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import java.util.List;

/**
 * Somebody with a telephone.
 *
 * @param number as the emulator names them
 * @param contact as the channel does
 */
record Customer(Line line, String number, Contact contact) {

    Heard does(Gesture gesture) {
        int mark = line.mark();
        PhoneLine written = line.emulator().phone().act(number, gesture);
        return Heard.of(line, written, line.since(mark));
    }

    Heard says(String text) {
        return does(new Gesture.Say(text));
    }

    Heard chooses(String option) {
        return does(new Gesture.Choose(option));
    }

    Sent gets(Outgoing content) {
        return gets(content, line.account(), line.secrets());
    }

    Sent gets(Outgoing content, Account account, Secrets secrets) {
        int mark = line.mark();
        OutboundMessage message = line.message(contact, content);
        SendOutcome outcome = line.channel().send(message, line.files(), account, secrets);
        return new Sent(message, outcome, line.told(line.since(mark)));
    }

    /** A question with its options, or with numbered lines where there are none. */
    Sent isAsked(Outgoing.Ask question) {
        List<Outgoing> parts = Fit.fit(question, line.can());
        assertEquals(1, parts.size(), parts::toString);
        return gets(parts.getFirst());
    }

    /** What the business sent last, as the telephone shows it. */
    PhoneLine shown() {
        return fromUs().getLast();
    }

    List<PhoneLine> fromUs() {
        return line.emulator().phone().transcript(number).stream()
                .filter(each -> each.direction() == Direction.BUSINESS)
                .toList();
    }

    /** One of the customer's own lines, as it is now. */
    PhoneLine own(PhoneLine before) {
        line.quiet();
        return line.emulator().phone().transcript(number).get(before.index());
    }
}
