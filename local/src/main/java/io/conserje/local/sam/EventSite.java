package io.conserje.local.sam;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A system with the accounts that the events are of, and their secrets. */
public final class EventSite {
    /** The number that lives on a phone is the events' as well. */
    public static final String SESSION = "demo";

    private static final Map<String, Object> WHATSAPP =
            Map.of(
                    "phoneNumberId", "106540352242922",
                    "displayPhoneNumber", "15550783881",
                    "businessAccountId", "102290129340398",
                    "appSecret", "an-app-secret-for-the-events-in-this-folder",
                    "verifyToken", "a-verify-token-for-the-events-in-this-folder",
                    "accessToken", "an-access-token");
    private static final Map<String, Object> TELEGRAM =
            Map.of(
                    "botId", 7000000001L,
                    "botUsername", "los_robles_bot",
                    "botToken", "7000000001:a-token",
                    "webhookSecret", "a-webhook-secret-for-the-events-in-this-folder",
                    "firstUpdateId", 412345678L);
    private static final Map<String, String> PHONE =
            Map.of(
                    "signing-secret", "a-signing-secret-for-the-events-in-this-folder",
                    "operator-token", "an-operator-token-for-the-events-in-this-folder");

    private EventSite() {}

    /**
     * @param root the checkout
     * @param data an empty folder
     */
    public static Site.Plan plan(Path root, Path data) {
        account(data.resolve("providers/whatsapp/demo"), WHATSAPP);
        account(data.resolve("providers/telegram/demo"), TELEGRAM);
        return new Site.Plan(root, data, 0, FaultDial.OFF).withSilentSession(SESSION, PHONE);
    }

    private static void account(Path folder, Map<String, Object> account) {
        try {
            Files.createDirectories(folder);
            JsonMapper.builder()
                    .build()
                    .writeValue(folder.resolve("account.json").toFile(), account);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
