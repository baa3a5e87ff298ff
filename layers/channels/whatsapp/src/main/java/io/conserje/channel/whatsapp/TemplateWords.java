package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Template.Status;
import java.util.Optional;

/** Meta's words on a template ({@code /webhooks/reference/message_template_status_update}). */
final class TemplateWords {
    private TemplateWords() {}

    /** A word that Meta adds some day counts as not approved: sending it would be refused. */
    static Status status(String word) {
        return switch (word) {
            // A flagged one is in danger of being paused, and sent as before until then.
            case "APPROVED", "FLAGGED", "REINSTATED", "UNARCHIVED" -> Status.APPROVED;
            case "REJECTED" -> Status.REJECTED;
            case "PAUSED" -> Status.PAUSED;
            case "DISABLED", "LIMIT_EXCEEDED", "ARCHIVED", "PENDING_DELETION", "DELETED" ->
                    Status.DISABLED;
            default -> Status.PENDING;
        };
    }

    static Optional<String> reason(Optional<String> word) {
        return word.filter(each -> !each.equals("NONE"));
    }

    /** The reason of a webhook: a word, and for some of them what to do about it. */
    static Optional<String> reason(JsonNode news) {
        JsonNode why = news.path("rejection_info");
        String said =
                Json.text(why, "reason")
                        .or(() -> Json.text(news.path("other_info"), "description"))
                        .map(text -> ": " + text)
                        .orElse("");
        String advice = Json.text(why, "recommendation").map(text -> " " + text).orElse("");
        return reason(Json.text(news, "reason")).map(word -> word + said + advice);
    }
}
