package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.journal.EmulatorJson;
import io.conserje.local.emulator.journal.Entry;
import io.conserje.local.emulator.meta.GraphAnswer.Json;
import io.conserje.local.emulator.phone.Ledger;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The calls about messages: what they check, in Meta's order, and what they do. */
final class GraphApi {
    private final MetaAccount account;
    private final Ledger ledger;
    private final MessageRules rules;
    private final Outgoing outgoing;
    private final InstantSource clock;
    private final CallFaults faults;
    private final SendLimits limits;

    GraphApi(
            MetaAccount account,
            Ledger ledger,
            MessageRules rules,
            Outgoing outgoing,
            InstantSource clock,
            CallFaults faults,
            SendLimits limits) {
        this.account = account;
        this.ledger = ledger;
        this.rules = rules;
        this.outgoing = outgoing;
        this.clock = clock;
        this.faults = faults;
        this.limits = limits;
    }

    /** {@code POST /{version}/{phone-number-id}/messages}, by somebody with the right token. */
    GraphAnswer messages(String phoneNumberId, byte[] request) {
        if (!phoneNumberId.equals(account.phoneNumberId())) {
            return GraphAnswer.error(GraphError.unknownObject("post", phoneNumberId));
        }
        JsonNode body = parse(request);
        if (!body.isObject()) {
            return GraphAnswer.error(GraphError.invalid("The request's body is not a JSON object"));
        }
        return body.path("status").asText().equals("read") ? read(body) : send(body);
    }

    private GraphAnswer send(JsonNode body) {
        Optional<GraphError> broken = rules.broken(body);
        if (broken.isPresent()) {
            return GraphAnswer.error(broken.get());
        }
        String input = input(body);
        return MetaIds.waId(input)
                .map(customer -> send(customer, input, body))
                .orElseGet(
                        () -> GraphAnswer.error(GraphError.badValue("No phone number: " + input)));
    }

    private GraphAnswer send(String customer, String input, JsonNode body) {
        return faults.meet(callKey(customer), () -> take(customer, input, body));
    }

    private GraphAnswer take(String customer, String input, JsonNode body) {
        Optional<GraphError> tooFast = limits.broken(customer);
        if (tooFast.isPresent()) {
            return GraphAnswer.error(tooFast.get());
        }
        String id = outgoing.accept(customer, body);
        return new Json(200, accepted(input, customer, id));
    }

    /** When both are given, the telephone number wins. */
    private static String input(JsonNode body) {
        Field to = Field.of(body, "to");
        return to.isMissing() ? body.path("recipient").asText() : to.text();
    }

    /** Who is addressed by user id is answered by user id: Meta does not tell the number. */
    private static ObjectNode accepted(String input, String customer, String id) {
        ObjectNode answer =
                JsonNodeFactory.instance.objectNode().put("messaging_product", "whatsapp");
        ObjectNode contact = answer.putArray("contacts").addObject().put("input", input);
        if (input.equals(MetaIds.userId(customer))) {
            contact.put("wa_id", "").put("user_id", input);
        } else {
            contact.put("wa_id", customer);
        }
        answer.putArray("messages").addObject().put("id", id);
        return answer;
    }

    private GraphAnswer read(JsonNode body) {
        Optional<GraphError> broken =
                MessageRules.productIsWhatsApp(body)
                        .or(() -> Field.of(body, "message_id").required());
        if (broken.isPresent()) {
            return GraphAnswer.error(broken.get());
        }
        String message = body.path("message_id").asText();
        return ledger.conversations()
                .withMessage(message)
                .map(conversation ->
                        faults.meet(callKey(conversation.customer()), () -> mark(message, body)))
                .orElseGet(
                        () -> GraphAnswer.error(GraphError.invalid("Unknown message: " + message)));
    }

    private GraphAnswer mark(String message, JsonNode body) {
        Instant now = clock.instant();
        ledger.marked(new Entry.Marked(message, now, body.has("typing_indicator") ? now : null));
        return GraphAnswer.success();
    }

    private String callKey(String customer) {
        return customer + "/call/" + ledger.conversations().of(customer).nextCall();
    }

    /** A missing node for what is not JSON. */
    static JsonNode parse(byte[] request) {
        try {
            return EmulatorJson.MAPPER.readTree(request);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
    }
}
