package io.conserje.local.emulator.meta;

import static io.conserje.local.emulator.meta.Field.of;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Meta demands of a message before it takes it; the first rule that is broken answers. */
final class MessageRules {

    /** Says what is wrong with a request's body, if anything is. */
    @FunctionalInterface
    interface Rule {
        Optional<GraphError> broken(JsonNode body);
    }

    private static final Set<String> MEDIA =
            Set.of("image", "audio", "video", "document", "sticker");
    private static final int LONGEST_CAPTION = 1024;

    private final MediaShelf media;
    private final TemplateMatch templates;
    private final List<Rule> rules =
            List.of(
                    MessageRules::productIsWhatsApp,
                    MessageRules::somebodyIsToGetIt,
                    MessageRules::typeIsKnown,
                    MessageRules::partOfItsTypeIsThere,
                    MessageRules::textFits,
                    InteractiveRules::broken,
                    MessageRules::templateIsNamed,
                    this::templateFits,
                    this::mediumCanBeHad,
                    MessageRules::captionFits,
                    MessageRules::placeIsOnEarth,
                    MessageRules::contactsHaveNames,
                    MessageRules::reactionHasItsMessage);

    MessageRules(MediaShelf media, TemplateMatch templates) {
        this.media = media;
        this.templates = templates;
    }

    Optional<GraphError> broken(JsonNode body) {
        return rules.stream().flatMap(rule -> rule.broken(body).stream()).findFirst();
    }

    /** Meta takes a message without a type for a text. */
    static String type(JsonNode body) {
        return body.path("type").asText("text");
    }

    static Optional<GraphError> productIsWhatsApp(JsonNode body) {
        return of(body, "messaging_product").oneOf(Set.of("whatsapp"));
    }

    private static Optional<GraphError> somebodyIsToGetIt(JsonNode body) {
        boolean named = !of(body, "to").isMissing() || !of(body, "recipient").isMissing();
        return named ? Optional.empty() : of(body, "to").required();
    }

    private static Optional<GraphError> typeIsKnown(JsonNode body) {
        Set<String> others =
                Set.of("text", "interactive", "template", "location", "contacts", "reaction");
        String type = type(body);
        return MEDIA.contains(type) || others.contains(type)
                ? Optional.empty()
                : Optional.of(GraphError.invalid("Unsupported message type: " + type));
    }

    private static Optional<GraphError> partOfItsTypeIsThere(JsonNode body) {
        return of(body, type(body)).required();
    }

    private static Optional<GraphError> textFits(JsonNode body) {
        return type(body).equals("text")
                ? of(body, "text").in("body").parameterOf(4096)
                : Optional.empty();
    }

    private static Optional<GraphError> templateIsNamed(JsonNode body) {
        if (!type(body).equals("template")) {
            return Optional.empty();
        }
        Field template = of(body, "template");
        return template.in("name")
                .parameterOf(512)
                .or(() -> template.in("language").in("code").required());
    }

    private Optional<GraphError> mediumCanBeHad(JsonNode body) {
        if (!MEDIA.contains(type(body))) {
            return Optional.empty();
        }
        Field id = of(body, type(body)).in("id");
        Field link = of(body, type(body)).in("link");
        if (id.isMissing() == link.isMissing()) {
            String details = type(body) + " needs either an id or a link";
            return Optional.of(GraphError.invalid(details));
        }
        if (id.isMissing()) {
            return link.text().matches("https?://.+")
                    ? Optional.empty()
                    : Optional.of(GraphError.badValue("Param " + link + " is not a valid URI."));
        }
        return media.find(id.text()).isPresent()
                ? Optional.empty()
                : Optional.of(GraphError.badValue("Media ID " + id.text() + " is unknown."));
    }

    private Optional<GraphError> templateFits(JsonNode body) {
        return templates.broken(body);
    }

    private static Optional<GraphError> captionFits(JsonNode body) {
        Field caption = of(body, type(body)).in("caption");
        return caption.isMissing() ? Optional.empty() : caption.parameterOf(LONGEST_CAPTION);
    }

    private static Optional<GraphError> placeIsOnEarth(JsonNode body) {
        if (!type(body).equals("location")) {
            return Optional.empty();
        }
        Field place = of(body, "location");
        return place.in("latitude").numberUpTo(90).or(() -> place.in("longitude").numberUpTo(180));
    }

    private static Optional<GraphError> contactsHaveNames(JsonNode body) {
        if (!type(body).equals("contacts")) {
            return Optional.empty();
        }
        List<Field> contacts = of(body, "contacts").items();
        if (contacts.isEmpty()) {
            return of(body, "contacts").in(0).required();
        }
        return contacts.stream()
                .flatMap(c -> c.in("name").in("formatted_name").required().stream())
                .findFirst();
    }

    private static Optional<GraphError> reactionHasItsMessage(JsonNode body) {
        return type(body).equals("reaction")
                ? of(body, "reaction").in("message_id").required()
                : Optional.empty();
    }
}
