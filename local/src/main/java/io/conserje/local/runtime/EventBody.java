package io.conserje.local.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** A request's body as it stands in the event. */
public final class EventBody {
    private EventBody() {}

    public static void put(ObjectNode event, String contentType, byte[] body) {
        boolean text = isText(contentType);
        if (body.length > 0) {
            if (text) {
                event.put("body", new String(body, StandardCharsets.UTF_8));
            } else {
                event.put("body", body);
            }
        }
        event.put("isBase64Encoded", body.length > 0 && !text);
    }

    /** What a function takes it for. */
    public static byte[] read(ObjectNode event) {
        String body = event.path("body").asText();
        return event.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * AWS names no list. Measured against the real service (ministackorg/ministack pull request
     * 766): these come as text, everything else in base64, forms and a missing type too.
     */
    private static boolean isText(String contentType) {
        String type = contentType.replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.equals("application/json")
                || type.equals("application/xml")
                || type.equals("application/javascript");
    }
}
