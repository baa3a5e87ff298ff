package io.conserje.local.channel;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.FetchOutcome;
import io.conserje.channel.Secrets;
import io.conserje.channel.SendOutcome;
import io.conserje.channel.Webhook;
import io.conserje.channel.WebhookAnswer;
import io.conserje.model.Account;
import io.conserje.model.Capabilities;
import io.conserje.model.Content;
import io.conserje.model.MediaKind;
import io.conserje.model.OptionLimits;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** How a channel is found, and what it says of itself. */
interface FoundContract extends OnALine {

    @Test
    default void its_names_can_stand_in_an_address() {
        assertEquals(line().emulator().name(), channel().name());
        assertTrue(channel().name().matches("[a-z][a-z0-9-]*"), channel()::name);
        channel().secretNames().forEach(name -> assertTrue(name.matches("[a-z]+(-[a-z]+)*"), name));
    }

    @Test
    default void what_its_provider_does_not_do_as_the_others_do_has_a_page_to_look_at() {
        known().forEach((what, why) -> assertTrue(why.matches(".+ \\(/.+\\)"), what::name));
    }

    @Test
    default void the_secrets_that_it_needs_are_those_that_the_provider_gives() {
        assertEquals(line().emulator().secrets().keySet(), channel().secretNames());
    }

    @Test
    default void a_secret_that_is_not_there_is_named() {
        Secrets none =
                name -> {
                    throw new IllegalStateException("secret " + name + " is not there");
                };
        Customer ana = line().somebody();
        Heard photo = ana.does(Sample.IMAGE.fromCustomer(null));
        OutboundMessage hello = line().message(ana.contact(), new Outgoing.Say("hola"));
        Content.Media media = (Content.Media) photo.content();
        Account account = line().account();
        String token = line().words().tokenSecret();

        if (is(Known.NO_TOKEN)) {
            assertInstanceOf(
                    SendOutcome.Accepted.class,
                    channel().send(hello, line().files(), account, none));
            assertInstanceOf(FetchOutcome.Found.class, channel().fetch(media, account, none));
        } else {
            assertNamed(
                    IllegalStateException.class,
                    token,
                    () -> channel().send(hello, line().files(), account, none));
            assertNamed(
                    IllegalStateException.class,
                    token,
                    () -> channel().fetch(media, account, none));
        }
        assertNamed(
                IllegalStateException.class,
                line().words().signatureSecret(),
                () -> channel().isAuthentic(photo.webhooks().getFirst(), none));
    }

    @Test
    default void a_setting_that_makes_no_sense_is_named() {
        Map<String, String> nonsense = line().words().nonsense();

        assertFalse(nonsense.isEmpty());
        assertAll(
                nonsense.entrySet().stream()
                        .<Executable>map(bad ->
                                () -> {
                                    Account account =
                                            line().accountWith(bad.getKey(), bad.getValue());
                                    assertNamed(
                                            IllegalArgumentException.class,
                                            bad.getKey(),
                                            () -> channel().capabilities(account));
                                }));
    }

    @Test
    default void a_setting_that_sending_needs_is_named_when_it_is_not_there() {
        Customer ana = line().somebody();
        OutboundMessage hello = line().message(ana.contact(), new Outgoing.Say("hola"));

        for (String name : line().words().needs()) {
            Account account = line().accountWithout(name);
            assertNamed(
                    IllegalArgumentException.class,
                    name,
                    () -> channel().send(hello, line().files(), account, line().secrets()));
        }
    }

    @Test
    default void what_it_carries_follows_from_the_settings_that_it_needs() {
        Account least =
                new Account(
                        line().account().project(),
                        line().account().ref(),
                        only(line().words().needs(), line().account().settings()));

        assertEquals(channel().capabilities(least), line().can());
    }

    private static Map<String, String> only(Set<String> names, Map<String, String> settings) {
        return settings.entrySet().stream()
                .filter(each -> names.contains(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    default void what_it_carries_makes_sense() {
        Capabilities can = line().can();

        assertAll(
                () -> assertTrue(can.text() > 0, "text"),
                () -> assertTrue(can.question() > 0 && can.question() <= can.text(), "question"),
                () -> assertTrue(can.caption() > 0 && can.caption() <= can.text(), "caption"),
                () -> assertButtons(can.buttons()),
                () -> assertMoreThanButtons(can),
                () -> assertSizes(can.sends()),
                () -> assertSizes(can.takes()),
                () -> assertEquals(can.templates(), channel().templates().isPresent()),
                () -> assertTrue(can.window().isEmpty() || can.templates(), "window"));
    }

    private void assertButtons(OptionLimits buttons) {
        if (is(Known.NO_BUTTONS)) {
            assertEquals(OptionLimits.NONE, buttons);
        } else {
            assertMakeSense(buttons);
        }
    }

    private static void assertMakeSense(OptionLimits limits) {
        assertTrue(limits.most() > 0 && limits.title() > 0 && limits.id() > 0, limits::toString);
    }

    private static void assertMoreThanButtons(Capabilities can) {
        if (can.list().most() == 0) {
            assertEquals(OptionLimits.NONE, can.list());
            return;
        }
        assertMakeSense(can.list());
        assertTrue(can.list().most() > can.buttons().most(), "a list is for more options");
        assertTrue(can.opener() > 0, "a list has an opener");
    }

    private static void assertSizes(Map<MediaKind, Long> sizes) {
        assertEquals(Set.of(MediaKind.values()), sizes.keySet());
        assertTrue(sizes.values().stream().allMatch(size -> size > 0), sizes::toString);
    }

    @Test
    default void the_provider_learns_from_the_handshake_that_the_address_is_ours() {
        List<Webhook> asked = line().post().asked();
        if (is(Known.NO_HANDSHAKE)) {
            assertEquals(List.of(), asked);
            assertEquals(404, answer(new Webhook(Map.of(), Map.of(), new byte[0])).status());
            return;
        }

        Webhook question = asked.getFirst();
        WebhookAnswer ours = answer(question);
        WebhookAnswer others = channel().handshake(question, name -> "another");

        assertEquals(200, ours.status());
        assertNotEquals(200, others.status());
        assertNotEquals(ours.body(), others.body());
    }

    @Test
    default void whoever_asks_something_else_is_not_answered_as_the_provider() {
        Webhook stranger =
                new Webhook(Map.of(), Map.of("hub.mode", "", "who", "are you?"), new byte[0]);

        assertTrue(answer(stranger).status() >= 400);
    }

    private WebhookAnswer answer(Webhook question) {
        return channel().handshake(question, line().secrets());
    }

    private static void assertNamed(
            Class<? extends Exception> type, String name, Executable mistake) {
        String message = Optional.ofNullable(assertThrows(type, mistake).getMessage()).orElse("");
        assertTrue(message.contains(name), () -> "'" + message + "' does not name " + name);
    }
}
