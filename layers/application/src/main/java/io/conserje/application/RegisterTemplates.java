package io.conserje.application;

import io.conserje.channel.Templates;
import io.conserje.model.Account;
import io.conserje.model.Template;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Brings an account's templates to its provider, and what the provider says of them here. */
public final class RegisterTemplates {
    private final Channels channels;
    private final SecretStore secrets;
    private final TemplateBook book;

    public RegisterTemplates(Channels channels, SecretStore secrets, TemplateBook book) {
        this.channels = channels;
        this.secrets = secrets;
        this.book = book;
    }

    /**
     * Registers those that the provider does not have, and notes how all of them stand. Doing it
     * again is harmless.
     *
     * @return what could not be done, a sentence each; empty when all went well
     */
    public List<String> register(Account account, List<Template> wanted, Instant now) {
        Templates registry = channels.of(account.ref()).templates().orElse(null);
        if (registry == null) {
            return wanted.isEmpty()
                    ? List.of()
                    : List.of("account " + account.ref() + ": its channel has no templates");
        }
        List<String> faults = new ArrayList<>();
        for (Template template : wanted) {
            switch (registry.register(template, account, secrets.of(account.ref()))) {
                case Templates.Taken taken -> book.put(account.ref(), taken.template(), now);
                case Templates.Refused refused -> faults.add(fault(template, refused.reason()));
                case Templates.NotNow notNow -> faults.add(fault(template, notNow.reason()));
            }
        }
        switch (registry.list(account, secrets.of(account.ref()))) {
            case Templates.All all ->
                    all.templates().forEach(known -> book.put(account.ref(), known, now));
            case Templates.NotNow notNow ->
                    faults.add("templates of " + account.ref() + ": " + notNow.reason());
        }
        return faults;
    }

    private static String fault(Template template, String reason) {
        return "template " + template.name() + "/" + template.language() + ": " + reason;
    }
}
