package io.conserje.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConversationIdTest {
    private static final ProjectId DEMO = new ProjectId("demo");
    private static final AccountRef CLINIC = new AccountRef("whatsapp", "clinica");
    private static final Contact ANA = Contact.ofPhone("34600111222");

    /** Stored conversations are found by it, so it may never change. */
    @Test
    void itIsTheBeginningOfADigestInBase32() {
        assertEquals("5w3asbrpyhn2lsqzpv2o3hh5ef", ConversationId.of(DEMO, CLINIC, ANA).value());
        assertEquals("shvyz7lmz6b4qknjgcuga3goc6", ConversationId.ofAccount(DEMO, CLINIC).value());
    }

    @Test
    void anotherProjectAccountOrContactIsAnotherConversation() {
        Set<ConversationId> ids =
                new HashSet<>(
                        List.of(
                                ConversationId.of(DEMO, CLINIC, ANA),
                                ConversationId.of(new ProjectId("demo2"), CLINIC, ANA),
                                ConversationId.of(DEMO, new AccountRef("telegram", "clinica"), ANA),
                                ConversationId.of(DEMO, new AccountRef("whatsapp", "otra"), ANA),
                                ConversationId.of(DEMO, CLINIC, Contact.ofPhone("34600111223")),
                                ConversationId.ofAccount(DEMO, CLINIC)));

        assertEquals(6, ids.size());
    }

    @Test
    void aContactWithAnotherNameHasTheSameConversation() {
        Contact renamed =
                new Contact(
                        Optional.empty(), ANA.phone(), Optional.of("Ana"), Optional.of("ana.b"));

        assertEquals(
                ConversationId.of(DEMO, CLINIC, ANA), ConversationId.of(DEMO, CLINIC, renamed));
    }

    @Test
    void theProvidersIdentifierTellsMoreThanThePhone() {
        Contact known =
                new Contact(Optional.of("PA.1"), ANA.phone(), Optional.empty(), Optional.empty());
        Contact moved =
                new Contact(
                        Optional.of("PA.1"),
                        Optional.of("50760000000"),
                        Optional.empty(),
                        Optional.empty());

        assertEquals(
                ConversationId.of(DEMO, CLINIC, known), ConversationId.of(DEMO, CLINIC, moved));
        assertNotEquals(
                ConversationId.of(DEMO, CLINIC, ANA), ConversationId.of(DEMO, CLINIC, known));
    }

    @Test
    void aMessageOfOursIsReadBackFromItsText() {
        OutboundId id = new OutboundId(ConversationId.of(DEMO, CLINIC, ANA), 12);

        assertEquals(id, OutboundId.parse(id.toString()));
    }
}
