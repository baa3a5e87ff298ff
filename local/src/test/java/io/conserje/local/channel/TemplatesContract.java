package io.conserje.local.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.Normalised;
import io.conserje.channel.Secrets;
import io.conserje.channel.Templates;
import io.conserje.model.Account;
import io.conserje.model.Content;
import io.conserje.model.Outgoing;
import io.conserje.model.Receipt;
import io.conserje.model.Receipt.Progress;
import io.conserje.model.Template;
import io.conserje.model.Template.Status;
import io.conserje.model.TemplateUse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Messages that the provider looks at beforehand. */
interface TemplatesContract extends OnALine {

    @Test
    default void what_has_no_template_is_refused_as_one() {
        String reason = line().somebody().gets(use(template("nobody_knows_it"))).rejected();

        assertFalse(reason.isBlank() || reason.contains("Ana"), reason);
    }

    @Test
    default void a_template_is_taken_looked_at_and_told_to_be_usable() {
        if (hasNone()) {
            return;
        }
        Template reminder = template("cita_recordada");

        Looked looked = register(reminder);

        assertEquals(new Templates.Taken(reminder), looked.registered());
        assertEquals(
                List.of(
                        new Content.TemplateNews(
                                reminder.name(), "es", Status.APPROVED, Optional.empty())),
                looked.news());
        assertTrue(listed().contains(reminder.with(Status.APPROVED, Optional.empty())));
    }

    @Test
    default void a_template_that_the_provider_does_not_like_is_told_with_a_reason() {
        if (hasNone()) {
            return;
        }
        Template bad = template("cita_rejected");

        Content.TemplateNews news = register(bad).news().getFirst();

        assertEquals(Status.REJECTED, news.status());
        assertFalse(news.reason().orElse("").isBlank());
        Template kept = only(bad.name());
        assertEquals(Status.REJECTED, kept.status());
        assertFalse(kept.reason().orElse("").isBlank());
        line().somebody().gets(use(bad)).rejected();
    }

    @Test
    default void a_template_that_cannot_be_one_is_refused_with_what_is_wrong() {
        if (hasNone()) {
            return;
        }
        Template broken =
                new Template(
                        "cita_rota",
                        "es",
                        Template.Category.UTILITY,
                        "{{nombre}}",
                        List.of(),
                        Status.PENDING,
                        Optional.empty());

        Looked looked = register(broken);

        Templates.Refused refused = assertInstanceOf(Templates.Refused.class, looked.registered());
        assertFalse(refused.reason().isBlank());
        assertEquals(List.of(), looked.news());
        assertTrue(listed().stream().noneMatch(each -> each.name().equals(broken.name())));
    }

    @Test
    default void registering_a_template_again_is_harmless() {
        if (hasNone()) {
            return;
        }
        Template reminder = template("cita_dos_veces");
        register(reminder);

        Looked again = register(reminder);

        Template kept = only(reminder.name());
        assertEquals(Status.APPROVED, kept.status());
        assertEquals(new Templates.Taken(kept), again.registered());
        assertEquals(List.of(), again.news());
    }

    @Test
    default void a_template_reaches_whom_nothing_else_reaches_and_its_buttons_are_choices() {
        if (hasNone()) {
            return;
        }
        Customer ana = line().somebody();
        Template reminder = template("cita_confirmada");
        register(reminder);
        line().passes(Duration.ofDays(30));

        Sent sent = ana.gets(use(reminder));

        sent.accepted();
        assertEquals(use(reminder).text(), ana.shown().text());
        assertEquals(
                List.of(Progress.SENT, Progress.DELIVERED, Progress.READ),
                sent.receipts().stream().map(Receipt::progress).toList());
        assertEquals(new Content.Choice("no:7", "No puedo"), ana.chooses("no:7").content());
    }

    @Test
    default void trouble_of_the_providers_leaves_templates_as_they_are() {
        if (hasNone()) {
            return;
        }
        Template reminder = template("cita_en_apuros");
        Account nowhere = line().accountNowhere();
        Secrets wrong = line().secretsWith(line().words().tokenSecret(), "zarzamora");

        assertNotNow(templates().register(reminder, nowhere, line().secrets()));
        assertNotNow(templates().register(reminder, line().account(), wrong));
        assertNotNow(templates().list(line().account(), wrong));
        line().emulator().outage(true);
        assertNotNow(templates().register(reminder, line().account(), line().secrets()));
        assertNotNow(templates().list(line().account(), line().secrets()));
    }

    private static void assertNotNow(Object ending) {
        Templates.NotNow later = assertInstanceOf(Templates.NotNow.class, ending);
        assertTrue(later.after().isPositive() && !later.reason().isBlank(), later::toString);
        assertFalse(later.reason().contains("zarzamora"), later::toString);
    }

    private boolean hasNone() {
        assertEquals(is(Known.NO_TEMPLATES), channel().templates().isEmpty());
        return is(Known.NO_TEMPLATES);
    }

    /** What registering a template came to, and what was told of it afterwards. */
    record Looked(Templates.Registered registered, List<Content.TemplateNews> news) {}

    private Looked register(Template template) {
        int mark = line().mark();
        Templates.Registered registered =
                templates().register(template, line().account(), line().secrets());
        List<Content.TemplateNews> news =
                line().told(line().since(mark)).stream()
                        .map(each -> assertInstanceOf(Normalised.AboutAccount.class, each))
                        .map(each ->
                                assertInstanceOf(
                                        Content.TemplateNews.class, each.message().content()))
                        .toList();
        return new Looked(registered, news);
    }

    private List<Template> listed() {
        return assertInstanceOf(
                        Templates.All.class, templates().list(line().account(), line().secrets()))
                .templates();
    }

    private Template only(String name) {
        List<Template> found = listed().stream().filter(each -> each.name().equals(name)).toList();
        assertEquals(1, found.size(), found::toString);
        return found.getFirst();
    }

    private Templates templates() {
        return channel().templates().orElseThrow();
    }

    private static Template template(String name) {
        return new Template(
                name,
                "es",
                Template.Category.UTILITY,
                "Hola {{nombre}}: te esperamos el {{dia}} en la clínica.",
                List.of("Confirmo", "No puedo"),
                Status.PENDING,
                Optional.empty());
    }

    private static Outgoing.Templated use(Template template) {
        TemplateUse use =
                new TemplateUse(
                        template.name(),
                        template.language(),
                        Map.of("nombre", "Ana", "dia", "martes 3"),
                        List.of("yes:7", "no:7"));
        return new Outgoing.Templated(use, template.filled(use));
    }
}
