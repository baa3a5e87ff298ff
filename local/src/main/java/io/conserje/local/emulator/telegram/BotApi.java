package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.conserje.local.emulator.Direction;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Faults;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.emulator.journal.Entry;
import io.conserje.local.emulator.phone.Conversation;
import io.conserje.local.emulator.phone.Ledger;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** The Bot API's methods: what they check, and what they do. */
final class BotApi {
    private static final int LONGEST_NOTIFICATION = 200;
    private static final Set<String> ACTIONS =
            Set.of(
                    "typing",
                    "upload_photo",
                    "record_video",
                    "upload_video",
                    "record_voice",
                    "upload_voice",
                    "upload_document",
                    "choose_sticker",
                    "find_location",
                    "record_video_note",
                    "upload_video_note");

    private final People people;
    private final Ledger ledger;
    private final Archive archive;
    private final Contents contents;
    private final Outgoing outgoing;
    private final MessageCalls messages;
    private final WebhookCalls webhooks;
    private final FileCalls files;
    private final Pace pace;
    private final Supplier<FaultDial> dial;

    BotApi(
            People people,
            Ledger ledger,
            Archive archive,
            Contents contents,
            Outgoing outgoing,
            WebhookCalls webhooks,
            FileCalls files,
            Pace pace,
            Supplier<FaultDial> dial) {
        this.people = people;
        this.ledger = ledger;
        this.archive = archive;
        this.contents = contents;
        this.outgoing = outgoing;
        this.messages = new MessageCalls(archive, people, outgoing);
        this.webhooks = webhooks;
        this.files = files;
        this.pace = pace;
        this.dial = dial;
    }

    /**
     * A call by somebody with the right token. "All methods in the Bot API are case-insensitive."
     *
     * @throws BotError when it is refused
     */
    BotAnswer call(String method, Params params) {
        return switch (method.toLowerCase(Locale.ROOT)) {
            case "getme" -> BotAnswer.ok(people.me());
            case "setwebhook" -> webhooks.set(params);
            case "deletewebhook" -> webhooks.delete();
            case "getwebhookinfo" -> webhooks.info();
            case "getfile" -> files.describe(params);
            case "editmessagetext" -> change(params, messages::edit);
            case "deletemessage" -> change(params, messages::delete);
            case "setmessagereaction" -> change(params, messages::react);
            case "sendchataction" -> change(params, this::action);
            case "answercallbackquery" -> answer(params);
            default -> send(method, params);
        };
    }

    @FunctionalInterface
    private interface Change {
        Supplier<JsonNode> check(Conversation chat, Params params);
    }

    private BotAnswer change(Params params, Change change) {
        Conversation chat = chat(params);
        return withFaults(chat, change.check(chat, params));
    }

    private BotAnswer send(String method, Params params) {
        Content content =
                contents.of(method.toLowerCase(Locale.ROOT), params)
                        .orElseThrow(BotError::notFound);
        Keyboard keyboard = Keyboard.read(params);
        Conversation chat = chat(params);
        Extras extras = Extras.read(chat, params, archive);
        pace.step(chat.customer());
        return withFaults(
                chat, () -> outgoing.send(chat, content, keyboard, extras, params.call(method)));
    }

    /** The chat that is meant, which must have been started by its customer, and not ended. */
    private Conversation chat(Params params) {
        String id =
                params.given("chat_id").orElseThrow(() -> BotError.bad("chat_id is empty")).strip();
        if (!People.isUser(id)) {
            throw BotError.bad("chat not found");
        }
        Conversation chat = ledger.conversations().of(id);
        if (archive.blocked(id)) {
            throw BotError.forbidden("bot was blocked by the user");
        }
        if (chat.said() == 0) {
            throw BotError.bad("chat not found");
        }
        return chat;
    }

    private Supplier<JsonNode> action(Conversation chat, Params params) {
        String action = params.text("action");
        if (!ACTIONS.contains(action)) {
            throw BotError.bad("wrong parameter action in request");
        }
        return () -> {
            if (action.equals("typing")) {
                List<PhoneLine> lines = chat.transcript();
                lines.reversed().stream()
                        .filter(line -> line.direction() == Direction.CUSTOMER)
                        .findFirst()
                        .ifPresent(l -> ledger.marked(typing(l)));
            }
            return BooleanNode.TRUE;
        };
    }

    private Entry.Marked typing(PhoneLine line) {
        return new Entry.Marked(line.id(), null, outgoing.now());
    }

    /** Whoever retries may answer twice; only a query that never was is refused. */
    private BotAnswer answer(Params params) {
        String query = params.text("callback_query_id");
        Conversation chat =
                archive.customerOf(query)
                        .map(customer -> ledger.conversations().of(customer))
                        .orElseThrow(() ->
                                BotError.bad(
                                        "query is too old and response timeout expired or query"
                                                + " ID is invalid"));
        if (Texts.length(params.text("text")) > LONGEST_NOTIFICATION) {
            throw BotError.bad("MESSAGE_TOO_LONG");
        }
        return withFaults(
                chat,
                () -> {
                    params.given("text").ifPresent(text -> notify(chat, text, query, params));
                    return BooleanNode.TRUE;
                });
    }

    /** The customer sees it for a moment, or until it is closed. */
    private void notify(Conversation chat, String text, String query, Params params) {
        outgoing.again(
                chat,
                params.flag("show_alert") ? "alert" : "notification",
                text,
                query,
                List.of(),
                params.call("answerCallbackQuery"),
                JsonNodeFactory.instance.objectNode());
    }

    private BotAnswer withFaults(Conversation chat, Supplier<JsonNode> effect) {
        Faults faults = dial.get().faults(chat.customer() + "/call/" + chat.nextCall());
        return Faulty.call(faults, () -> BotAnswer.ok(effect.get()));
    }
}
