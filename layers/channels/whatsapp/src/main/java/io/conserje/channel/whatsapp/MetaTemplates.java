package io.conserje.channel.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.Secrets;
import io.conserje.channel.Templates;
import io.conserje.channel.http.Json;
import io.conserje.model.Account;
import io.conserje.model.Template;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The templates of a WhatsApp Business account ({@code /templates/template-management}). */
final class MetaTemplates implements Templates {
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);

    /** More than the templates that Meta lets an account have, at a hundred a page. */
    private static final int MOST_PAGES = 100;

    private static final String FIRST_PAGE =
            "?fields=name,language,status,category,components,rejected_reason,parameter_format"
                    + "&limit=100";

    /** "Content in This Language Already Exists". */
    private static final int ALREADY_EXISTS = 2388024;

    @Override
    public Listed list(Account account, Secrets secrets) {
        String path = path(account);
        GraphApi graph = GraphApi.of(account, secrets);
        List<Template> templates = new ArrayList<>();
        Optional<String> page = Optional.of(FIRST_PAGE);
        for (int i = 0; i < MOST_PAGES && page.isPresent(); i++) {
            Ending ending = graph.get(path + page.get(), TO_ANSWER);
            if (!(ending instanceof Ending.Done(var answer)) || !answer.path("data").isArray()) {
                return notNow(ending);
            }
            answer.path("data")
                    .forEach(each -> TemplateReader.read(each).ifPresent(templates::add));
            page = next(answer.path("paging"));
        }
        return page.isEmpty()
                ? new All(templates)
                : new NotNow(Delay.OUTAGE.usual(), "Meta's list of templates has no end");
    }

    @Override
    public Registered register(Template template, Account account, Secrets secrets) {
        Ending ending =
                GraphApi.of(account, secrets)
                        .post(path(account), TemplatePayload.registering(template), TO_ANSWER);
        return switch (ending) {
            case Ending.Done done -> new Taken(asTaken(template, done.answer()));
            case Ending.ForGood refused when refused.subcode() == ALREADY_EXISTS ->
                    new Taken(asListed(template, list(account, secrets)));
            case Ending.ForGood refused -> new Refused(refused.reason());
            case Ending.Passing passing -> notNow(passing);
            case Ending.InDoubt doubt -> notNow(doubt);
        };
    }

    private static String path(Account account) {
        return account.setting(GraphApi.BUSINESS) + "/message_templates";
    }

    /** The address of the next page is only looked for, not followed: it may be anybody's. */
    private static Optional<String> next(JsonNode paging) {
        return Json.text(paging, "next")
                .flatMap(more -> Json.text(paging.path("cursors"), "after"))
                .map(after -> FIRST_PAGE + "&after=" + URLEncoder.encode(after, UTF_8));
    }

    /** Meta may put it into another category than the one that was asked for. */
    private static Template asTaken(Template template, JsonNode answer) {
        return new Template(
                template.name(),
                template.language(),
                TemplateReader.category(answer).orElse(template.category()),
                template.body(),
                template.buttons(),
                TemplateReader.status(answer),
                Optional.empty());
    }

    private static Template asListed(Template template, Listed listed) {
        return switch (listed) {
            case All all ->
                    all.templates().stream()
                            .filter(each -> each.name().equals(template.name()))
                            .filter(each -> each.language().equals(template.language()))
                            .findFirst()
                            .orElseGet(() -> pending(template));
            case NotNow later -> pending(template);
        };
    }

    private static Template pending(Template template) {
        return template.with(Template.Status.PENDING, Optional.empty());
    }

    private static NotNow notNow(Ending ending) {
        return switch (ending) {
            case Ending.Done done ->
                    new NotNow(Delay.OUTAGE.usual(), "Meta's answer holds no list of templates");
            case Ending.Passing passing -> new NotNow(passing.after(), passing.reason());
            case Ending.ForGood refused -> new NotNow(Delay.OPERATOR.usual(), refused.reason());
            case Ending.InDoubt doubt -> new NotNow(Delay.OUTAGE.usual(), doubt.reason());
        };
    }
}
