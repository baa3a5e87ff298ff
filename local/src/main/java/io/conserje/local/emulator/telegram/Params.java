package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.Multipart;
import io.conserje.local.emulator.Multipart.Part;
import io.conserje.local.emulator.journal.EmulatorJson;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A call's parameters, however they came: in the query, as a form, as JSON or with files. Telegram
 * takes numbers and whole objects as text everywhere.
 */
final class Params {
    private final ObjectNode values = JsonNodeFactory.instance.objectNode();
    private final Map<String, Part> files = new HashMap<>();

    private Params() {}

    static Params read(String query, String contentType, byte[] body) {
        Params params = new Params();
        params.form(query);
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json")) {
            params.json(body);
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            params.form(new String(body, StandardCharsets.UTF_8));
        } else if (type.startsWith("multipart/form-data")) {
            Multipart.parse(contentType, body).forEach(params::part);
        }
        return params;
    }

    private void form(String text) {
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String value =
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
                values.put(name, value);
            }
        }
    }

    private void json(byte[] body) {
        if (body.length == 0) {
            return;
        }
        try {
            if (EmulatorJson.MAPPER.readTree(body) instanceof ObjectNode object) {
                values.setAll(object);
                return;
            }
        } catch (JsonProcessingException e) {
            throw BotError.bad("can't parse JSON object");
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
        throw BotError.bad("can't parse JSON object: expected an object");
    }

    private void part(Part part) {
        if (part.fileName() == null) {
            values.put(part.name(), part.text());
        } else {
            files.put(part.name(), part);
        }
    }

    /** Empty when it is not there. */
    String text(String name) {
        JsonNode value = values.path(name);
        return value.isValueNode()
                ? value.asText("")
                : value.isMissingNode() ? "" : value.toString();
    }

    Optional<String> given(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    boolean flag(String name) {
        String text = text(name).toLowerCase(Locale.ROOT);
        return text.equals("true") || text.equals("1") || text.equals("yes");
    }

    /** Zero for what is no number. */
    long number(String name) {
        try {
            return Long.parseLong(text(name).strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /**
     * An object or a list, as such or as text.
     *
     * @param what Telegram's name for it, for its complaint
     */
    JsonNode object(String name, String what) {
        JsonNode value = values.path(name);
        if (value.isNull() || text(name).isEmpty()) {
            return MissingNode.getInstance();
        }
        if (!value.isTextual()) {
            return value;
        }
        try {
            return EmulatorJson.MAPPER.readTree(value.asText());
        } catch (JsonProcessingException e) {
            throw BotError.bad("can't parse " + what + " JSON object");
        }
    }

    Optional<Part> file(String name) {
        String attached = text(name);
        String part = attached.startsWith("attach://") ? attached.substring(9) : name;
        return Optional.ofNullable(files.get(part));
    }

    /** What was called for, as Telegram itself writes a call in the answer to an update. */
    ObjectNode call(String method) {
        ObjectNode call = JsonNodeFactory.instance.objectNode().put("method", method);
        return call.setAll(values.deepCopy());
    }
}
