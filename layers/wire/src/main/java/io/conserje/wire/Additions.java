package io.conserje.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.engine.booking.Appointments;
import io.conserje.engine.send.SendPolicy;
import io.conserje.model.Filing;
import io.conserje.model.Terms;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What values have gained since they were first written. A text of an earlier release lacks it, and
 * gets here what the earlier release meant; so the version stays, and a roll-back can read on.
 */
final class Additions {
    private final JsonMapper mapper;

    Additions(JsonMapper mapper) {
        this.mapper = mapper;
    }

    void fillIn(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            fill(object);
        }
        tree.forEach(this::fillIn);
    }

    private void fill(ObjectNode object) {
        if (object.has("decidedAt") && !object.has("terms")) {
            Instant at = Instant.parse(object.get("decidedAt").asText());
            object.set("terms", mapper.valueToTree(Terms.answer(at)));
        }
        if (object.path("type").asText().equals("media") && !object.has("filing")) {
            object.set(
                    "filing",
                    mapper.convertValue(new Filing.AtProvider(), ObjectNode.class)
                            .put("type", "atProvider"));
        }
        if (object.has("phase") && object.has("told") && !object.has("offered")) {
            object.putArray("offered");
        }
        if (object.has("phase") && object.has("told") && !object.has("forms")) {
            object.putArray("forms");
        }
        if (object.has("topics") && !object.has("sending")) {
            ZoneId zone = ZoneId.of(object.path("zone").asText());
            object.set("sending", mapper.valueToTree(SendPolicy.usual(zone)));
            object.path("topics").forEach(topic -> ((ObjectNode) topic).withArray("shows"));
        }
        if (object.has("topics") && !object.has("appointments")) {
            object.set("appointments", mapper.valueToTree(Appointments.none()));
            object.put("locale", object.path("language").asText().toLowerCase(Locale.ROOT));
        }
    }
}
