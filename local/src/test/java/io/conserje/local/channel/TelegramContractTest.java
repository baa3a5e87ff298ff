package io.conserje.local.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.Options;
import io.conserje.local.emulator.ProviderEmulator;
import io.conserje.local.emulator.telegram.TelegramEmulator;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

/** The pages are under {@code https://core.telegram.org/bots}. */
@DisplayName("Telegram")
class TelegramContractTest implements ChannelContract {
    private static Line line;

    @BeforeAll
    static void open(@TempDir Path data) {
        line = new Line(new TelegramWords(), data);
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
                Known.NO_HANDSHAKE, "setWebhook is believed (/api#setwebhook)",
                Known.BODY_IS_NOT_SIGNED, "only the secret token is sent along (/api#setwebhook)",
                Known.CHOICE_HAS_NO_TIME, "a CallbackQuery has no date (/api#callbackquery)",
                Known.NO_MARKETING_CHOICE, "there is no such update (/api#update)",
                Known.NO_READ_MARK, "a bot can only show that it types (/api#sendchataction)",
                Known.NO_RECEIPTS, "there is no such update (/api#update)",
                Known.NO_TEMPLATES, "who has written may be written to (/features)",
                Known.BARE_PLACE_HAS_NO_NAME, "a venue needs an address (/api#sendvenue)",
                Known.TITLES_ARE_OURS_TO_LIMIT, "no limit is told (/api#inlinekeyboardbutton)");
    }

    private static final class TelegramWords implements Words {
        private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

        @Override
        public String channel() {
            return "telegram";
        }

        @Override
        public ProviderEmulator start(Options options) {
            return TelegramEmulator.start(options);
        }

        @Override
        public String signatureHeader() {
            return "x-telegram-bot-api-secret-token";
        }

        @Override
        public String signatureSecret() {
            return "webhook-secret";
        }

        @Override
        public String tokenSecret() {
            return "bot-token";
        }

        @Override
        public String addressSetting() {
            return "api-url";
        }

        @Override
        public Set<String> needs() {
            return Set.of();
        }

        @Override
        public Map<String, String> nonsense() {
            return Map.of("api-url", "no address", "bot-id", "me", "bot-username", "@clinica bot");
        }

        @Override
        public JsonNode hologram() {
            ObjectNode message = JSON.objectNode();
            message.putObject("hologram").put("depth", 3).put("words", "¡hola!");
            return message;
        }

        @Override
        public JsonNode answering(String line, String text) {
            ObjectNode message = JSON.objectNode().put("text", text);
            message.putObject("reply_to_message").put("message_id", Long.parseLong(line));
            return message;
        }
    }
}
