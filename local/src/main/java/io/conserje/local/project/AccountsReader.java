package io.conserje.local.project;

import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.ProjectId;
import io.conserje.model.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the accounts of a business and the templates that each is to have. */
final class AccountsReader {
    private final ProjectId project;
    private final Map<AccountRef, List<Template>> templates = new HashMap<>();
    private final Map<AccountRef, Place> places = new LinkedHashMap<>();
    private final Set<String> declared = new TreeSet<>();

    AccountsReader(ProjectId project) {
        this.project = project;
    }

    List<Account> read(Fields root) {
        List<Account> accounts = new ArrayList<>();
        for (Fields fields : root.each("accounts")) {
            fields.only("channel", "account", "settings", "templates");
            Map<String, String> settings =
                    fields.has("settings") ? fields.fields("settings").texts() : Map.of();
            List<Template> wanted = templates(fields);
            fields.value("channel", text -> text)
                    .flatMap(channel ->
                            fields.value("account", name -> new AccountRef(channel, name)))
                    .ifPresent(ref -> {
                        if (places.putIfAbsent(ref, fields.place()) != null) {
                            fields.faults().add(fields.place(), ref + " stands twice");
                        }
                        accounts.add(new Account(project, ref, settings));
                        templates.put(ref, wanted);
                    });
        }
        return accounts;
    }

    Map<AccountRef, List<Template>> templates() {
        return templates;
    }

    Map<AccountRef, Place> places() {
        return places;
    }

    /** Every template that the file names, be it at fault or not, as name/language. */
    Set<String> declared() {
        return declared;
    }

    private List<Template> templates(Fields account) {
        return account.each("templates").stream()
                .flatMap(fields -> template(fields).stream())
                .toList();
    }

    private Optional<Template> template(Fields fields) {
        fields.only("name", "language", "category", "body", "buttons");
        Optional<String> name = fields.value("name", text -> text);
        Optional<String> language = fields.value("language", text -> text);
        Optional<Template.Category> category = fields.value("category", AccountsReader::category);
        Optional<String> body = fields.value("body", String::strip);
        name.flatMap(it -> language.map(spoken -> it + "/" + spoken)).ifPresent(declared::add);
        List<String> buttons = fields.texts("buttons");
        if (name.isEmpty() || language.isEmpty() || category.isEmpty() || body.isEmpty()) {
            return Optional.empty();
        }
        return fields.made(
                fields.place(),
                () ->
                        new Template(
                                name.get(),
                                language.get(),
                                category.get(),
                                body.get(),
                                buttons,
                                Template.Status.PENDING,
                                Optional.empty()));
    }

    private static Template.Category category(String text) {
        return Arrays.stream(Template.Category.values())
                .filter(category -> category.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'"
                                        + text
                                        + "' is no category: write utility, marketing or"
                                        + " authentication"));
    }
}
