package io.conserje.local.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.MalformedWebhook;
import io.conserje.channel.Normalised;
import io.conserje.channel.Webhook;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Gesture;
import io.conserje.local.emulator.Turn;
import io.conserje.model.Content;
import io.conserje.model.MessageId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Nothing is dropped, nothing comes twice, and nothing breaks. Real webhooks of a folder are looked
 * at by {@code WebhookTest} and by each channel's own tests.
 */
interface WholenessContract extends OnALine {

    @Test
    default void whatever_a_customer_does_is_told_once_of_them_at_its_time() {
        Customer ana = line().somebody();

        for (Heard heard : Doings.all(this, ana)) {
            String kind = heard.line().kind();
            assertEquals(ana.contact().key(), heard.contact().key(), kind);
            if (!(heard.content() instanceof Content.Choice)) {
                assertEquals(heard.line().at(), heard.message().sentAt(), kind);
            }
        }
    }

    @Test
    default void whatever_a_customer_does_twice_is_two_messages() {
        Customer ana = line().somebody();
        Set<MessageId> seen = new HashSet<>();

        for (int time = 0; time < 2; time++) {
            for (Heard heard : Doings.all(this, ana)) {
                assertTrue(seen.add(heard.id()), () -> heard.line() + " has another's id");
            }
        }
    }

    @Test
    default void what_the_provider_repeats_is_told_the_same() {
        Customer ana = line().somebody();
        line().emulator().turn(FaultDial.parse("duplicate=1"));

        for (Heard heard : Doings.all(this, ana)) {
            String kind = heard.line().kind();
            assertEquals(is(Known.REPEATS_COME_ONCE) ? 1 : 2, heard.webhooks().size(), kind);
            assertFalse(heard.told().isEmpty(), kind);
            assertEquals(
                    line().told(heard.webhooks().getFirst()),
                    line().told(heard.webhooks().getLast()),
                    kind);
        }
    }

    @Test
    default void what_comes_together_is_told_in_the_providers_order() {
        Customer ana = line().somebody();
        Customer luis = line().somebody();
        int mark = line().mark();

        line().emulator()
                .phone()
                .sendTogether(
                        List.of(
                                new Turn(ana.number(), new Gesture.Say("uno")),
                                new Turn(luis.number(), new Gesture.Say("yo")),
                                new Turn(ana.number(), new Gesture.Say("dos")),
                                new Turn(ana.number(), new Gesture.Location(1, 2, null, null)),
                                new Turn(ana.number(), new Gesture.Say("tres"))));

        List<Normalised> told = line().told(line().since(mark));
        assertEquals(List.of("uno", "dos", "tres"), texts(told, ana));
        assertEquals(List.of("yo"), texts(told, luis));
        assertEquals(5, told.size());
    }

    private static List<String> texts(List<Normalised> told, Customer of) {
        return told.stream()
                .map(each -> assertInstanceOf(Normalised.FromContact.class, each))
                .filter(each -> each.contact().key().equals(of.contact().key()))
                .filter(each -> each.message().content() instanceof Content.Text)
                .map(each -> ((Content.Text) each.message().content()).body())
                .toList();
    }

    @Test
    default void a_body_that_is_not_the_providers_syntax_is_malformed_and_not_repeated() {
        for (String body :
                List.of("", "zarzamora", "{\"zarzamora\":", "[]", "7", "null", "{}{}", "\"a\"")) {
            String said =
                    String.valueOf(
                            assertThrows(MalformedWebhook.class, () -> told(body), body)
                                    .getMessage());
            assertFalse(said.isBlank() || said.contains("zarzamora"), said);
        }
    }

    @Test
    default void a_body_that_says_nothing_that_we_know_is_kept_on_the_account() throws Exception {
        for (String body : List.of("{}", "{\"zarzamora\":{\"espinas\":3}}")) {
            List<Normalised> told = told(body);

            assertEquals(1, told.size(), body);
            Content kept =
                    assertInstanceOf(Normalised.AboutAccount.class, told.getFirst())
                            .message()
                            .content();
            assertEquals(body, assertInstanceOf(Content.Unsupported.class, kept).raw());
        }
    }

    private List<Normalised> told(String body) throws MalformedWebhook {
        return told(body.getBytes(UTF_8));
    }

    private List<Normalised> told(byte[] body) throws MalformedWebhook {
        return channel().normalise(new Webhook(Map.of(), Map.of(), body), line().account());
    }

    @Test
    default void whatever_the_provider_changes_is_told_kept_or_malformed() {
        List<byte[]> real =
                Doings.all(this, line().somebody()).stream()
                        .map(heard -> heard.webhooks().getFirst().body())
                        .toList();

        for (int seed = 0; seed < 2000; seed++) {
            byte[] mutated = Mutation.of(real.get(seed % real.size()), seed);
            String which = "seed " + seed + ": " + new String(mutated, UTF_8);
            try {
                assertFalse(told(mutated).isEmpty(), which);
            } catch (MalformedWebhook e) {
                assertFalse(seed % 2 == 0, () -> "JSON is not malformed, " + which);
            } catch (RuntimeException e) {
                throw new AssertionError(which, e);
            }
        }
    }
}
