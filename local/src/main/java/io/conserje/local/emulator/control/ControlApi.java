package io.conserje.local.emulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.ProviderEmulator;
import io.conserje.local.emulator.Refused;
import io.conserje.local.emulator.journal.EmulatorJson;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** An emulator's phone, dial and state over HTTP, for whoever is not in this process. */
public final class ControlApi implements HttpService {
    public static final String PATH = "/_emulator";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long LONGEST_WAIT_MILLIS = 60_000;

    private final ProviderEmulator emulator;

    public ControlApi(ProviderEmulator emulator) {
        this.emulator = emulator;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/phones/{phone}/messages", answer(202, this::act))
                .get("/phones/{phone}/messages", answer(200, this::transcript))
                .get("/dial", answer(200, request -> json(emulator.dial())))
                .put("/dial", answer(200, this::turn))
                .put("/outage", answer(200, this::outage))
                .post("/outage", answer(200, this::outage))
                .get("/state", answer(200, request -> json(emulator.state())));
    }

    private JsonNode act(ServerRequest request) {
        String phone = phone(request);
        JsonNode body = body(request);
        if (body.hasNonNull("name")) {
            emulator.phone().rename(phone, body.path("name").asText());
        }
        List<PhoneLine> lines = emulator.phone().sendTogether(Gestures.turns(phone, body));
        ObjectNode answer = JSON.objectNode();
        lines.forEach(line -> answer.withArray("ids").add(line.id()));
        return answer;
    }

    private JsonNode transcript(ServerRequest request) {
        int after = (int) number(request, "after", -1, Integer.MAX_VALUE - 1);
        Duration wait = Duration.ofMillis(number(request, "wait", 0, LONGEST_WAIT_MILLIS));
        List<PhoneLine> lines = emulator.phone().await(phone(request), after, wait);
        ObjectNode answer = JSON.objectNode();
        answer.put("contact", emulator.contactKey(phone(request)));
        answer.set("messages", json(lines));
        return answer.put("next", lines.isEmpty() ? after : lines.getLast().index());
    }

    /** Turns the knobs that are named; the others stay as they are. */
    private JsonNode turn(ServerRequest request) {
        Map<String, String> knobs = new TreeMap<>();
        body(request).properties().forEach(k -> knobs.put(k.getKey(), k.getValue().asText()));
        FaultDial turned = emulator.dial().with(knobs);
        emulator.turn(turned);
        return json(turned);
    }

    private JsonNode outage(ServerRequest request) {
        boolean lasts = Gestures.yesOrNo(body(request), "outage");
        emulator.outage(lasts);
        return JSON.objectNode().put("outage", lasts);
    }

    private static Handler answer(int status, Function<ServerRequest, JsonNode> call) {
        return (request, response) -> {
            response.header(HeaderNames.CONTENT_TYPE, "application/json");
            try {
                byte[] body = EmulatorJson.MAPPER.writeValueAsBytes(call.apply(request));
                response.status(Status.create(status)).send(body);
            } catch (Refused e) {
                ObjectNode error = JSON.objectNode().put("error", e.getMessage());
                response.status(Status.BAD_REQUEST_400)
                        .send(EmulatorJson.MAPPER.writeValueAsBytes(error));
            }
        };
    }

    private static JsonNode body(ServerRequest request) {
        if (!request.content().hasEntity()) {
            throw new Refused("body", "is missing");
        }
        try {
            JsonNode body = EmulatorJson.MAPPER.readTree(request.content().as(byte[].class));
            if (body.isObject()) {
                return body;
            }
        } catch (IOException e) {
            throw new Refused("body", "is not JSON", e);
        }
        throw new Refused("body", "must be a JSON object");
    }

    private static long number(ServerRequest request, String name, long otherwise, long most) {
        String text = request.query().first(name).orElse("");
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= otherwise && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Refused(name, "must be a whole number, not '" + text + "'", e);
        }
        throw new Refused(name, "must be from " + otherwise + " to " + most + ", not " + text);
    }

    private static String phone(ServerRequest request) {
        return request.path().pathParameters().get("phone");
    }

    private static JsonNode json(Object value) {
        return EmulatorJson.MAPPER.valueToTree(value);
    }
}
