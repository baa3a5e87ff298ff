package io.conserje.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.http.Json;
import io.conserje.channel.http.Keep;
import io.conserje.channel.http.Multipart;
import io.conserje.model.MediaKind;
import io.conserje.model.Outgoing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Files are uploaded as forms (core.telegram.org/bots/api#sending-files). */
final class Attachments {
    private Attachments() {}

    static Call call(ObjectNode fields, Outgoing.File file) {
        String field = field(file);
        if (file.kind() != MediaKind.STICKER) {
            // A sticker has no room for words.
            file.caption().ifPresent(caption -> fields.put("caption", caption));
        }
        return new Call(
                method(field),
                fields,
                Optional.of(
                        new Call.Attachment(
                                field,
                                file.fileName().orElseGet(() -> name(field, file)),
                                file.file())));
    }

    private static String field(Outgoing.File file) {
        return switch (file.kind()) {
            case IMAGE -> "photo";
            case AUDIO -> file.voice() ? "voice" : "audio";
            case VIDEO -> "video";
            case DOCUMENT -> "document";
            case STICKER -> "sticker";
        };
    }

    private static String method(String field) {
        return "send" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
    }

    /** Old programs tell a file's type by the end of its name. */
    private static String name(String field, Outgoing.File file) {
        String type = file.file().mediaType();
        String end = type.substring(type.indexOf('/') + 1).replaceAll("[^a-z0-9].*", "");
        return field + "." + (end.isEmpty() ? "bin" : end);
    }

    /** A digest of what the form holds: no part of it can hold its own. */
    static Multipart form(Call call, Call.Attachment attachment) {
        ObjectNode all = call.fields().deepCopy();
        all.put("file", attachment.file().sha256()).put("name", attachment.fileName());
        return new Multipart(fields(call.fields()), Keep.digest(all).value());
    }

    private static Map<String, String> fields(ObjectNode fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.properties().forEach(each -> texts.put(each.getKey(), text(each.getValue())));
        return texts;
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? Json.raw(value) : value.asText();
    }
}
