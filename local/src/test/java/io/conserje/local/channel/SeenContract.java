package io.conserje.local.channel;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.conserje.channel.Secrets;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.model.Account;
import io.conserje.model.MessageId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the customer sees while an answer is being made. Nothing depends on it. */
interface SeenContract extends OnALine {

    @Test
    default void a_message_is_seen_to_be_read_and_answered() {
        Customer ana = line().somebody();
        Heard said = ana.says("¿Hay sitio?");

        acknowledge(said.id());

        PhoneLine now = ana.own(said.line());
        assertEquals(line().now(), now.typingAt());
        if (is(Known.NO_READ_MARK)) {
            assertNull(now.readAt());
        } else {
            assertEquals(line().now(), now.readAt());
        }
    }

    @Test
    default void a_choice_is_seen_to_be_answered() {
        Customer ana = line().somebody();
        ana.isAsked(Doings.QUESTION).accepted();
        Heard chosen = is(Known.NO_BUTTONS) ? ana.says("1") : ana.chooses("yes");

        acknowledge(chosen.id());

        assertNotNull(ana.own(chosen.line()).typingAt());
    }

    @Test
    default void whatever_a_customer_does_can_be_acknowledged_and_twice_too() {
        for (Heard heard : Doings.all(this, line().somebody())) {
            acknowledge(heard.id());
            acknowledge(heard.id());
        }
    }

    @Test
    default void what_nobody_said_is_acknowledged_without_a_word() {
        for (String id : List.of("wamid.nobody", "1:2", "update:3", "callback:4:5", "\n", "🙂")) {
            if (!id.isBlank()) {
                acknowledge(new MessageId(id));
            }
        }
    }

    @Test
    default void no_trouble_of_the_providers_is_heard_of() {
        Heard said = line().somebody().says("hola");

        line().emulator().outage(true);
        acknowledge(said.id());
        line().emulator().outage(false);
        for (String fault : List.of("error=1", "throttle=1", "stall=1")) {
            line().emulator().turn(FaultDial.parse(fault));
            acknowledge(said.id());
        }
    }

    @Test
    default void a_wrong_token_and_an_address_where_nobody_listens_are_not_heard_of() {
        Heard said = line().somebody().says("hola");
        Account nowhere = line().accountNowhere();

        assertDoesNotThrow(() -> channel().acknowledge(said.id(), nowhere, line().secrets()));
        for (String wrong : List.of("zarzamora", "zarza\nmora", "")) {
            Secrets secrets = line().secretsWith(line().words().tokenSecret(), wrong);
            assertDoesNotThrow(
                    () -> channel().acknowledge(said.id(), line().account(), secrets), wrong);
        }
    }

    private void acknowledge(MessageId message) {
        assertDoesNotThrow(
                () -> channel().acknowledge(message, line().account(), line().secrets()),
                message::value);
    }
}
