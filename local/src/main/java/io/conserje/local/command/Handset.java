package io.conserje.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.aws.media.TikaMediaTypes;
import io.conserje.local.emulator.session.SessionEmulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One customer's phone, played by the provider's emulator. */
final class Handset {
    private static final int LOOK_MILLIS = 150;
    private static final int LONGEST_WAIT_MILLIS = 60_000;

    /** Kinds that are nothing but their text, in the words of the providers. */
    private static final Set<String> SAID = Set.of("text", "button", "list", "template");

    private final Http http;
    private final RunFile run;
    private final URI messages;
    private final URI state;
    private final String channel;
    private final String name;
    private final Texts texts;
    private List<String> offered = List.of();
    private int seen;

    Handset(Http http, RunFile run, Customer customer, String name, Texts texts) {
        this.http = http;
        this.run = run;
        this.messages = customer.messages(run, texts);
        RunFile.Line line = customer.line(run, texts);
        this.channel = line.channel();
        this.state = line.emulator().resolve("/_emulator/state");
        this.name = name;
        this.texts = texts;
        this.seen = http.get(messages).body().path("next").asInt(-1);
    }

    /**
     * Sends a text, or taps the option with that number when options are shown. Tells why not, if
     * it cannot.
     */
    Optional<String> send(String text) {
        ObjectNode message = http.json().createObjectNode().put("name", name);
        option(text)
                .ifPresentOrElse(
                        choice -> message.put("choice", choice), () -> message.put("text", text));
        Http.Answer answer = http.post(messages, message);
        return answer.status() < 300
                ? Optional.empty()
                : Optional.of(answer.body().path("error").asText());
    }

    /** Sends a file as what its bytes are: a picture, a voice note, or a document. */
    Optional<String> sendFile(Path path) {
        ObjectNode message = http.json().createObjectNode().put("name", name);
        try {
            String type = new TikaMediaTypes().of(path, Optional.of(path.toString()));
            message.putObject("file")
                    .put("kind", kind(type))
                    .put("name", String.valueOf(path.getFileName()))
                    .put("mime_type", type)
                    .put("base64", Base64.getEncoder().encodeToString(Files.readAllBytes(path)));
        } catch (IOException e) {
            return Optional.of(texts.say("chat.no-file", path));
        }
        Http.Answer answer = http.post(messages, message);
        return answer.status() < 300
                ? Optional.empty()
                : Optional.of(answer.body().path("error").asText());
    }

    private static String kind(String type) {
        return switch (type) {
            case "image/jpeg", "image/png" -> "image";
            case "video/mp4" -> "video";
            case "audio/ogg", "audio/opus" -> "voice";
            case "audio/mpeg", "audio/mp4", "audio/aac" -> "audio";
            default -> "document";
        };
    }

    private Optional<String> option(String text) {
        return text.matches("\\d{1,2}")
                        && Integer.parseInt(text) >= 1
                        && Integer.parseInt(text) <= offered.size()
                ? Optional.of(offered.get(Integer.parseInt(text) - 1))
                : Optional.empty();
    }

    /**
     * Shows what comes back, until nothing more can come: no webhook is owed and no queue may hold
     * a reply.
     */
    void showReplies(Consumer<String> out) {
        int shown = 0;
        for (int waited = 0; waited < LONGEST_WAIT_MILLIS; waited += LOOK_MILLIS) {
            boolean quiet = isQuiet();
            int now = show(out);
            shown += now;
            if (quiet && now == 0) {
                if (shown == 0) {
                    out.accept(texts.say("chat.silence"));
                }
                return;
            }
        }
        out.accept(texts.say("chat.late"));
    }

    private int show(Consumer<String> out) {
        JsonNode news =
                http.get(URI.create(messages + "?after=" + seen + "&wait=" + LOOK_MILLIS)).body();
        seen = news.path("next").asInt(seen);
        int shown = 0;
        for (JsonNode line : news.path("messages")) {
            if (line.path("direction").asText().equalsIgnoreCase("customer")) {
                continue;
            }
            shown++;
            String kind = line.path("kind").asText();
            String text = line.path("text").asText();
            out.accept(
                    SAID.contains(kind)
                            ? text.indent(2).stripTrailing()
                            : texts.say("chat.kind", kind, text));
            offer(line.path("options"), out);
        }
        return shown;
    }

    private void offer(JsonNode options, Consumer<String> out) {
        List<String> ids = new ArrayList<>();
        for (JsonNode option : options) {
            ids.add(option.path("id").asText());
            out.accept("    [" + ids.size() + "] " + option.path("title").asText());
        }
        offered = ids;
    }

    /**
     * Whether the way is empty: a message is in one of these places until its reply is on the
     * phone. Its queues are looked at one after the other, and twice: what goes meanwhile from one
     * that is still to be looked at to one that already was, the second time finds.
     */
    private boolean isQuiet() {
        return http.get(state).body().path("pending").asLong() == 0 && isEmpty() && isEmpty();
    }

    private boolean isEmpty() {
        for (JsonNode part : http.get(run.api().resolve("/health")).body().path("parts")) {
            if (mayHoldReply(part.path("name").asText()) && part.path("waiting").asLong() > 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * What is deferred waits for hours, and what a session is to say may do so while it is away:
     * the one holds up no chat, the other none but its own.
     */
    private boolean mayHoldReply(String part) {
        return !part.equals("deferred")
                && (channel.equals(SessionEmulator.CHANNEL) || !part.startsWith("session-"));
    }
}
