package io.conserje.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that cannot be is refused when it is built, and the refusal names the field. */
class ValidOnceBuiltTest {
    private static final ConversationId CONVERSATION =
            new ConversationId("abcdefghijklmnopqrstuvwxyz");

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "Clinica", "a b", "a/b", "a#b", "ñ", "a\n"})
    void aNameInAKeyOrAPathIsASlug(String value) {
        assertTrue(refusal(() -> new ProjectId(value)).startsWith("project is '" + value + "'"));
        assertTrue(refusal(() -> new AccountRef(value, "a")).startsWith("channel is '"));
        assertTrue(refusal(() -> new AccountRef("a", value)).startsWith("account is '"));
    }

    @Test
    void aSlugHasUpToFortyCharacters() {
        assertEquals("a".repeat(40), new ProjectId("a".repeat(40)).value());
        assertThrows(IllegalArgumentException.class, () -> new ProjectId("a".repeat(41)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void aTextIsNotBlank(String value) {
        assertTrue(refusal(() -> new MessageId(value)).startsWith("message id is empty"));
        assertTrue(refusal(() -> new CorrelationId(value)).startsWith("correlation id is empty"));
        assertTrue(refusal(() -> new Outgoing.Say(value)).startsWith("text is empty"));
        assertTrue(
                refusal(() -> new Outgoing.Option(value, "Precios"))
                        .startsWith("option id is empty"));
        assertTrue(
                refusal(() -> new Outgoing.Option("prices", value))
                        .startsWith("option title is empty"));
        assertTrue(
                refusal(() ->
                                new Outgoing.Ask(
                                        "¿Qué?", value, List.of(new Outgoing.Option("a", "A"))))
                        .startsWith("opener is empty"));
    }

    @Test
    void aQuestionOffersAnAnswer() {
        assertTrue(
                refusal(() -> new Outgoing.Ask("¿Qué?", "Ver", List.of()))
                        .startsWith("options is empty"));
    }

    @Test
    void aContactCanBeToldFromOthers() {
        assertTrue(
                refusal(() ->
                                new Contact(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("Ana"),
                                        Optional.empty()))
                        .startsWith("contact has neither userId nor phone"));
    }

    @Test
    void anArrivalBringsAMessage() {
        assertTrue(
                refusal(() ->
                                new Arrival(
                                        new ProjectId("demo"),
                                        new AccountRef("whatsapp", "demo"),
                                        Optional.empty(),
                                        List.of(),
                                        new CorrelationId("c"),
                                        Instant.EPOCH))
                        .startsWith("messages is empty"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void aSequenceCountsFromOne(long sequence) {
        assertTrue(
                refusal(() -> new OutboundId(CONVERSATION, sequence))
                        .startsWith("sequence is " + sequence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abcdefghijklmnopqrstuvwxyz",
                "abcdefghijklmnopqrstuvwxyz.",
                "abcdefghijklmnopqrstuvwxyz.x",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ.1",
                "abc.1",
                "abcdefghijklmnopqrstuvwxyz.99999999999999999999"
            })
    void whatIsNoNameOfAMessageOfOursIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> OutboundId.parse(text));
    }

    @Test
    void anAccountNamesTheSettingThatItLacks() {
        Account account =
                new Account(
                        new ProjectId("demo"),
                        new AccountRef("whatsapp", "demo"),
                        Map.of("phone-number-id", "1"));

        assertEquals("1", account.setting("phone-number-id"));
        assertTrue(
                refusal(() -> account.setting("graph-url"))
                        .contains("whatsapp/demo has no setting 'graph-url'"));
    }

    @Test
    void whatIsBuiltDoesNotChangeWithTheListItWasBuiltFrom() {
        List<Outgoing.Option> options = new ArrayList<>(List.of(new Outgoing.Option("a", "A")));
        Outgoing.Ask ask = new Outgoing.Ask("¿Qué?", "Ver", options);

        options.clear();

        assertEquals(1, ask.options().size());
    }

    private static String refusal(Executable misuse) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, misuse).getMessage());
    }
}
