package io.conserje.engine.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.model.Outgoing.Templated;
import io.conserje.model.Template;
import io.conserje.model.Template.Status;
import io.conserje.model.TemplateUse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
    private static final Template APPROVED = Sending.template(Status.APPROVED);

    @Test
    void anApprovedTemplateWithAllItsValuesIsSent() {
        Sending templated = using(Sending.use(), APPROVED);

        assertEquals(templated.content(), templated.sent());
        assertEquals(Reason.of("fine.template"), templated.decide().reason());
    }

    @Test
    void itIsSentHoweverLongTheCustomerHasBeenSilent() {
        Sending templated = using(Sending.use(), APPROVED);

        templated.to(Standing.unknown().withTemplate(Optional.of(APPROVED))).isSent();
    }

    @Test
    void oneThatIsNotRegisteredIsRefused() {
        Sending.notice()
                .saying(new Templated(Sending.use(), "Hola."))
                .isRefused("template.unknown", names());
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, mode = EnumSource.Mode.EXCLUDE, names = "APPROVED")
    void oneThatIsNotApprovedIsRefused(Status status) {
        String key = "template." + status.name().toLowerCase(Locale.ROOT);

        using(Sending.use(), Sending.template(status)).isRefused(key, names("why", "—"));
        using(Sending.use(), APPROVED.with(status, Optional.of("INVALID_FORMAT")))
                .isRefused(key, names("why", "INVALID_FORMAT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void aValueThatIsMissingIsNamed(String blank) {
        Map<String, String> reason = names("variable", "hora");

        using(Sending.use(Map.of("nombre", "Ana")), APPROVED).isRefused("template.missing", reason);
        using(Sending.use(Map.of("nombre", "Ana", "hora", blank)), APPROVED)
                .isRefused("template.missing", reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana\nRuiz", "Ana\rRuiz", "Ana\tRuiz", "Ana     Ruiz"})
    void aValueThatTheProviderWouldRefuseIsNamed(String broken) {
        using(Sending.use(Map.of("nombre", broken, "hora", "9:00")), APPROVED)
                .isRefused("template.broken", names("variable", "nombre"));
    }

    @Test
    void fourSpacesInARowAreFine() {
        using(Sending.use(Map.of("nombre", "Ana    Ruiz", "hora", "9:00")), APPROVED).isSent();
    }

    @Test
    void aValueThatTheTemplateDoesNotHaveIsNamed() {
        TemplateUse use =
                Sending.use(Map.of("nombre", "Ana", "hora", "9:00", "sala", "2", "doctora", "R"));

        using(use, APPROVED).isRefused("template.surplus", names("variable", "doctora"));
    }

    @Test
    void everyButtonNeedsItsId() {
        Template asking = Sending.template("¿Viene?", List.of("Sí", "No"));

        using(Sending.use(Map.of(), "yes", "no"), asking).isSent();
        using(Sending.use(Map.of(), "yes"), asking)
                .isRefused("template.buttons", names("has", "1", "wants", "2"));
        using(Sending.use(Map.of(), "yes", "no", "perhaps"), asking)
                .isRefused("template.buttons", names("has", "3", "wants", "2"));
    }

    @Test
    void aMarketingTemplateNeedsConsentWhateverItIsSentFor() {
        Template offer =
                new Template(
                        "cita",
                        "es",
                        Template.Category.MARKETING,
                        "¡Oferta!",
                        List.of(),
                        Status.APPROVED,
                        Optional.empty());
        Sending sending = using(Sending.use(Map.of()), offer);

        sending.isRefused("template.marketing", names());
        sending.to(sending.ana().withMarketing(true)).isSent();
    }

    private static Sending using(TemplateUse use, Template registered) {
        return Sending.notice()
                .saying(new Templated(use, registered.filled(use)))
                .withRegistered(registered);
    }

    private static Map<String, String> names(String... more) {
        Map<String, String> names = new HashMap<>(Map.of("template", "cita", "language", "es"));
        for (int i = 0; i < more.length; i += 2) {
            names.put(more[i], more[i + 1]);
        }
        return names;
    }
}
