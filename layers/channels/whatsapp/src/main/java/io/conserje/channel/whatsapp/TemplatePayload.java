package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Template;
import io.conserje.model.TemplateUse;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** A template as it is sent, and as it is registered ({@code /templates/overview}). */
final class TemplatePayload {
    private static final Pattern PLACE = Pattern.compile("[1-9][0-9]?");

    /** Meta refuses a value with line ends, tabs or many spaces in a row (error 132018). */
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private TemplatePayload() {}

    static ObjectNode of(TemplateUse use) {
        ObjectNode template = Json.object().put("name", use.name());
        template.putObject("language").put("code", use.language());
        ArrayNode components = template.putArray("components");
        if (!use.variables().isEmpty()) {
            values(components.addObject().put("type", "body").putArray("parameters"), use);
        }
        for (int i = 0; i < use.buttonIds().size(); i++) {
            ObjectNode button =
                    components
                            .addObject()
                            .put("type", "button")
                            .put("sub_type", "quick_reply")
                            .put("index", Integer.toString(i));
            button.putArray("parameters")
                    .addObject()
                    .put("type", "payload")
                    .put("payload", use.buttonIds().get(i));
        }
        return template;
    }

    /** Variables that are numbers are places: they go by their order, without their names. */
    private static void values(ArrayNode parameters, TemplateUse use) {
        boolean places =
                use.variables().keySet().stream().allMatch(name -> PLACE.matcher(name).matches());
        Comparator<String> order =
                places ? Comparator.comparingInt(Integer::parseInt) : Comparator.naturalOrder();
        use.variables().keySet().stream()
                .sorted(order)
                .forEach(name -> {
                    ObjectNode value = parameters.addObject().put("type", "text");
                    if (!places) {
                        value.put("parameter_name", name);
                    }
                    String text = use.variables().getOrDefault(name, "");
                    value.put("text", SPACE.matcher(text).replaceAll(" "));
                });
    }

    static ObjectNode registering(Template template) {
        ObjectNode payload =
                Json.object()
                        .put("name", template.name())
                        .put("language", template.language())
                        .put("category", template.category().name())
                        .put("parameter_format", "NAMED");
        ArrayNode components = payload.putArray("components");
        ObjectNode body = components.addObject().put("type", "BODY").put("text", template.body());
        examples(body, template.variables());
        if (!template.buttons().isEmpty()) {
            ArrayNode buttons = components.addObject().put("type", "BUTTONS").putArray("buttons");
            template.buttons()
                    .forEach(title ->
                            buttons.addObject().put("type", "QUICK_REPLY").put("text", title));
        }
        return payload;
    }

    /** Meta's reviewers want to see a value for each; its name tells them what it is. */
    private static void examples(ObjectNode body, List<String> variables) {
        if (variables.isEmpty()) {
            return;
        }
        ArrayNode examples = body.putObject("example").putArray("body_text_named_params");
        variables.forEach(
                name -> examples.addObject().put("param_name", name).put("example", name));
    }
}
