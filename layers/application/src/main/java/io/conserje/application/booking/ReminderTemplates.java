package io.conserje.application.booking;

import io.conserje.application.TemplateBook;
import io.conserje.engine.Business;
import io.conserje.engine.booking.Booking;
import io.conserje.model.AccountRef;
import io.conserje.model.Language;
import io.conserje.model.Template;
import io.conserje.model.TemplateUse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The template that reminds where nothing else may be sent, with exactly the values that it takes:
 * a provider refuses one too many as well as one too few.
 */
record ReminderTemplates(TemplateBook templates) {

    Optional<TemplateUse> use(Business business, Booking booking, Told told, List<String> answers) {
        Language language = booking.customer().language();
        return Optional.ofNullable(
                        business.appointments().policy().reminderTemplates().get(language.code()))
                .map(name ->
                        find(booking.customer().account(), name, language)
                                .map(template -> use(template, values(told), answers))
                                // Used all the same: then its absence is what is told of it.
                                .orElseGet(() ->
                                        new TemplateUse(
                                                name, language.code(), values(told), answers)));
    }

    /** Of the language, or of a country's kind of it: {@code es_MX}. */
    private Optional<Template> find(AccountRef account, String name, Language language) {
        return templates.all(account).stream()
                .filter(template -> template.name().equals(name))
                .filter(template -> template.language().split("_", 2)[0].equals(language.code()))
                .min(Comparator.comparing(Template::language));
    }

    private static TemplateUse use(
            Template template, Map<String, String> values, List<String> answers) {
        Map<String, String> wanted = new HashMap<>(values);
        wanted.keySet().retainAll(template.variables());
        // With another number of buttons nobody knows which of them means what.
        boolean asks = template.buttons().size() == answers.size();
        return new TemplateUse(
                template.name(), template.language(), wanted, asks ? answers : List.of());
    }

    private static Map<String, String> values(Told told) {
        return Map.of(
                "name", told.name(),
                "nombre", told.name(),
                "date", told.date(),
                "fecha", told.date(),
                "service", told.service(),
                "servicio", told.service());
    }
}
