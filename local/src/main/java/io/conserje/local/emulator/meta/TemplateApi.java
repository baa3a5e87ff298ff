package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.meta.GraphAnswer.Json;
import io.conserje.local.emulator.meta.GraphAnswer.Then;
import io.conserje.local.emulator.post.Backlog;
import java.net.URI;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * The calls about templates.
 * https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates
 */
final class TemplateApi {
    private final MetaAccount account;
    private final Templates templates;
    private final TemplateReview review;
    private final Backlog backlog;
    private final RandomGenerator random;
    private final Supplier<URI> base;

    TemplateApi(
            MetaAccount account,
            Templates templates,
            TemplateReview review,
            Backlog backlog,
            RandomGenerator random,
            Supplier<URI> base) {
        this.account = account;
        this.templates = templates;
        this.review = review;
        this.backlog = backlog;
        this.random = random;
        this.base = base;
    }

    GraphAnswer create(String businessAccountId, byte[] request) {
        if (!businessAccountId.equals(account.businessAccountId())) {
            return GraphAnswer.error(GraphError.unknownObject("post", businessAccountId));
        }
        JsonNode body = GraphApi.parse(request);
        return TemplateRules.broken(body)
                .map(GraphAnswer::error)
                .orElseGet(() -> create(template(body)));
    }

    private GraphAnswer create(Template template) {
        if (!templates.add(template)) {
            return GraphAnswer.error(exists(template.language()));
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("id", template.id());
        answer.put("status", template.status().name()).put("category", template.category().name());
        // Or whoever waits for quiet would find it between the answer and the review.
        backlog.owe();
        return new Then(new Json(200, answer), () -> review(template));
    }

    private void review(Template template) {
        try {
            review.review(template.name(), template.language());
        } finally {
            backlog.settle();
        }
    }

    private Template template(JsonNode body) {
        return new Template(
                MetaAccount.digits(random),
                body.path("name").asText(),
                body.path("language").asText(),
                Template.Category.valueOf(upper(body.path("category"), "")),
                Template.Format.valueOf(
                        upper(body.path("parameter_format"), Template.Format.POSITIONAL.name())),
                body.path("components"),
                TemplateStatus.PENDING,
                Template.NO_REASON,
                0);
    }

    private static String upper(JsonNode word, String otherwise) {
        return word.asText(otherwise).toUpperCase(Locale.ROOT);
    }

    private static GraphError exists(String language) {
        String inWords =
                Locale.forLanguageTag(language.replace('_', '-'))
                        .getDisplayLanguage(Locale.ENGLISH);
        return GraphError.template(
                2388024,
                "Content in This Language Already Exists",
                "There is already "
                        + inWords
                        + " content for this template. You can create a new template and try"
                        + " again.");
    }

    /**
     * @param query the value of one of the query's names, or the empty text
     */
    GraphAnswer list(String businessAccountId, UnaryOperator<String> query, String version) {
        if (!businessAccountId.equals(account.businessAccountId())) {
            return GraphAnswer.error(GraphError.unknownObject("get", businessAccountId));
        }
        String here = base.get() + "/" + version + "/" + businessAccountId + "/message_templates";
        return TemplatePage.of(templates.all(), query, here);
    }

    /** All languages of a name, or with {@code hsm_id} that one. */
    GraphAnswer delete(String businessAccountId, UnaryOperator<String> query) {
        if (!businessAccountId.equals(account.businessAccountId())) {
            return GraphAnswer.error(GraphError.unknownObject("delete", businessAccountId));
        }
        String name = query.apply("name");
        String id = query.apply("hsm_id");
        if (name.isEmpty()) {
            return GraphAnswer.error(GraphError.required("name"));
        }
        boolean removed =
                templates.remove(t -> t.name().equals(name) && (id.isEmpty() || t.id().equals(id)));
        return removed
                ? GraphAnswer.success()
                : GraphAnswer.error(
                        GraphError.template(
                                2593002,
                                "Message Template Not Found",
                                "The template " + name + " does not exist."));
    }
}
