package io.conserje.local.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.conserje.application.session.SessionState.State;
import io.conserje.local.emulator.session.SessionProcess;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What we say is sent until the server has it, under one name. */
class SendingTest extends WithStores {
    private static final String ID = "3EB0AAAAAAAAAAAAAAAAAA";
    private static final String OTHER = "3EB0BBBBBBBBBBBBBBBBBB";

    /** Behaviour 12. */
    @Test
    void itIsSentOnceAndItsReceiptsCarryOurName() {
        rig.paired();

        rig.command(rig.send(ID, "Abrimos a las ocho."));

        rig.until("all receipts", () -> rig.eventsOf(ID).containsAll(List.of("sent", "read")));
        assertEquals(1, rig.sentOnWire(ID));
        assertTrue(
                rig.events().stream().allMatch(it -> it.path("ref").asText().equals("ref-" + ID)));
        JsonNode seen = rig.mock().get("/phones/" + Rig.ANA + "/messages").path("messages");
        assertEquals("Abrimos a las ocho.", seen.path(0).path("text").asText());
    }

    /** Behaviour 12. */
    @Test
    void whatTheServerDoesNotAcknowledgeIsSentAgainUnderTheSameName() {
        rig.paired();
        rig.mock().post("/acks", Map.of("mode", "silent"));
        rig.command(rig.send(ID, "Abrimos a las ocho."));
        rig.until("a try", () -> rig.sentOnWire(ID) >= 1);

        rig.mock().post("/acks", Map.of("mode", "ok"));

        rig.until("the event", () -> rig.eventsOf(ID).contains("sent"));
        assertTrue(rig.sentOnWire(ID) >= 2);
    }

    /** Behaviour 12. */
    @Test
    void whoDiesAfterSendingSendsTheSameNameAgain() {
        rig.kill(rig.paired());
        SessionProcess doomed = rig.start(Map.of("CRASH_AT", "after-send"));
        rig.untilState(State.OPEN);
        rig.command(rig.send(ID, "Abrimos a las ocho."));
        rig.exit(doomed);

        rig.start();

        rig.until("the event", () -> rig.eventsOf(ID).contains("sent"));
        JsonNode seen = rig.mock().get("/phones/" + Rig.ANA + "/messages").path("messages");
        assertEquals(1, seen.size(), "a phone shows a name once");
    }

    /** Behaviour 12. */
    @Test
    void whatIsTooLateIsNotSent() {
        rig.paired();
        rig.command(rig.send(ID, "Ya no").put("expiresAt", Instant.now().getEpochSecond() - 5));

        rig.until("the event", () -> rig.eventsOf(ID).contains("failed"));
        assertEquals("expired", failure(ID));
        assertEquals(0, rig.sentOnWire(ID));
    }

    /** Behaviour 13. */
    @Test
    void whileItIsAwayNothingIsTaken() {
        SessionProcess first = rig.paired();
        rig.kill(first);
        rig.mock().post("/offline", JsonNodeFactory.instance.objectNode().put("on", true));
        rig.start();
        rig.untilState(State.CONNECTING);
        rig.command(rig.send(ID, "Abrimos a las ocho."));

        rig.mock().post("/offline", JsonNodeFactory.instance.objectNode().put("on", false));

        rig.until("the event", () -> rig.eventsOf(ID).contains("sent"));
        assertEquals(1, rig.sentOnWire(ID));
    }

    /** Behaviour 14. */
    @Test
    void aRestrictedNumberAnswersAndWritesToNobodyNew() {
        rig.paired();
        rig.mock().post("/acks", Map.of("mode", "463"));
        rig.command(rig.send(ID, "¡Ofertas!").put("unasked", true));
        rig.until("the event", () -> rig.eventsOf(ID).contains("failed"));
        assertEquals("463", failure(ID));
        rig.untilState(State.RESTRICTED);

        rig.mock().post("/acks", Map.of("mode", "ok"));
        rig.command(rig.send(OTHER, "¡Más ofertas!").put("unasked", true));
        rig.until("its event", () -> rig.eventsOf(OTHER).contains("failed"));
        assertEquals("restricted", failure(OTHER));
        assertEquals(0, rig.sentOnWire(OTHER));

        String answer = "3EB0CCCCCCCCCCCCCCCCCC";
        rig.command(rig.send(answer, "Abrimos a las ocho."));
        rig.until("the answer", () -> rig.eventsOf(answer).contains("sent"));
    }

    /** Behaviour 23. */
    @Test
    void whatNobodyCanReadHoldsNobodyUp() {
        rig.paired();
        rig.command("poison", "{\"v\":1,\"type\":");
        rig.command(rig.send(ID, "Abrimos a las ocho."));

        rig.until("the other", () -> rig.eventsOf(ID).contains("sent"));
    }

    private String failure(String id) {
        return rig.events().stream()
                .filter(it -> it.path("id").asText().equals(id))
                .map(it -> it.path("code").asText())
                .findFirst()
                .orElseThrow();
    }
}
