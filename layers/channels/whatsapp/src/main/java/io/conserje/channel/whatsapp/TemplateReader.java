package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Template;
import io.conserje.model.Template.Category;
import io.conserje.model.Template.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a template of Meta's list, if it can be sent with values for its body and ids for its quick
 * replies alone: whatever else it shows has to be fixed.
 */
final class TemplateReader {
    private TemplateReader() {}

    static Optional<Template> read(JsonNode template) {
        JsonNode components = template.path("components");
        Optional<String> body =
                components
                        .valueStream()
                        .filter(each -> type(each).equals("BODY"))
                        .findFirst()
                        .flatMap(each -> Json.text(each, "text"));
        boolean suffices = components.valueStream().allMatch(TemplateReader::isFixedOrOurs);
        return suffices ? body.flatMap(text -> with(template, text)) : Optional.empty();
    }

    private static Optional<Template> with(JsonNode template, String body) {
        Optional<String> name = Json.text(template, "name");
        Optional<String> language = Json.text(template, "language");
        Optional<Category> category = category(template);
        if (name.isEmpty() || language.isEmpty() || category.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Template(
                            name.get(),
                            language.get(),
                            category.get(),
                            body,
                            quickReplies(template.path("components")),
                            status(template),
                            TemplateWords.reason(Json.text(template, "rejected_reason"))));
        } catch (IllegalArgumentException e) {
            // Named in a way that we could not ask for it.
            return Optional.empty();
        }
    }

    static Optional<Category> category(JsonNode answer) {
        String word = Json.text(answer, "category").orElse("");
        return Arrays.stream(Category.values())
                .filter(each -> each.name().equals(word))
                .findFirst();
    }

    static Status status(JsonNode answer) {
        return TemplateWords.status(Json.text(answer, "status").orElse(""));
    }

    private static List<String> quickReplies(JsonNode components) {
        return components
                .valueStream()
                .flatMap(each -> each.path("buttons").valueStream())
                .filter(TemplateReader::isQuickReply)
                .flatMap(button -> Json.text(button, "text").stream())
                .toList();
    }

    private static boolean isFixedOrOurs(JsonNode component) {
        return switch (type(component)) {
            case "BODY", "FOOTER" -> true;
            case "HEADER" -> isFixedText(component);
            case "BUTTONS" -> areFixedOrOurs(component.path("buttons"));
            default -> false;
        };
    }

    private static boolean isFixedText(JsonNode header) {
        return Json.text(header, "format").orElse("").equals("TEXT")
                && !Json.text(header, "text").orElse("").contains("{{");
    }

    /** An id goes to a button by its place among all, so quick replies have to come first. */
    private static boolean areFixedOrOurs(JsonNode buttons) {
        return buttons.valueStream().allMatch(each -> isQuickReply(each) || isFixedButton(each))
                && buttons.valueStream()
                        .dropWhile(TemplateReader::isQuickReply)
                        .noneMatch(TemplateReader::isQuickReply);
    }

    private static boolean isFixedButton(JsonNode button) {
        return switch (type(button)) {
            case "PHONE_NUMBER" -> true;
            case "URL" -> !Json.text(button, "url").orElse("").contains("{{");
            default -> false;
        };
    }

    private static boolean isQuickReply(JsonNode button) {
        return type(button).equals("QUICK_REPLY") && Json.text(button, "text").isPresent();
    }

    private static String type(JsonNode part) {
        return Json.text(part, "type").orElse("");
    }
}
