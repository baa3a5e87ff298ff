package io.conserje.local.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.Options;
import io.conserje.local.emulator.ProviderEmulator;
import io.conserje.local.emulator.meta.MetaEmulator;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages are under {@code
 * https://developers.facebook.com/documentation/business-messaging/whatsapp}.
 */
@DisplayName("WhatsApp")
class WhatsAppContractTest implements ChannelContract {
    private static Line line;

    @BeforeAll
    static void open(@TempDir Path data) {
        line = new Line(new WhatsAppWords(), data);
    }

    @AfterAll
    static void close() {
        line.close();
    }

    @Override
    public Line line() {
        return line;
    }

    @Override
    public Map<Known, String> known() {
        return Map.of(
                Known.BLOCKING_IS_NOT_TOLD,
                "no webhook tells of it (/webhooks/overview)",
                Known.STOPPED_IS_TOLD_LATER,
                "131026 and 131047 come with a status (/support/error-codes)");
    }

    private static final class WhatsAppWords implements Words {
        private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

        @Override
        public String channel() {
            return "whatsapp";
        }

        @Override
        public ProviderEmulator start(Options options) {
            return MetaEmulator.start(options);
        }

        @Override
        public String signatureHeader() {
            return "x-hub-signature-256";
        }

        @Override
        public String signatureSecret() {
            return "app-secret";
        }

        @Override
        public String tokenSecret() {
            return "access-token";
        }

        @Override
        public String addressSetting() {
            return "graph-url";
        }

        @Override
        public Set<String> needs() {
            return Set.of("phone-number-id");
        }

        @Override
        public Map<String, String> nonsense() {
            return Map.of(
                    "graph-url", "no address",
                    "graph-version", "latest version",
                    "phone-number-id", "+34 600 700 800",
                    "business-account-id", "our business",
                    "messages-per-second", "many");
        }

        @Override
        public JsonNode hologram() {
            ObjectNode message = JSON.objectNode().put("type", "hologram");
            message.putObject("hologram").put("depth", 3).put("words", "¡hola!");
            return message;
        }

        @Override
        public JsonNode answering(String line, String text) {
            ObjectNode message = JSON.objectNode().put("type", "text");
            message.putObject("text").put("body", text);
            message.putObject("context").put("from", "34900000000").put("id", line);
            return message;
        }
    }
}
