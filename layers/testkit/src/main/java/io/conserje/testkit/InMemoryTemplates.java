package io.conserje.testkit;

import io.conserje.application.TemplateBook;
import io.conserje.model.AccountRef;
import io.conserje.model.Content.TemplateNews;
import io.conserje.model.Template;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Templates in a map. */
public final class InMemoryTemplates implements TemplateBook {
    private record Known(AccountRef account, Template template, Instant at) {}

    private final Map<String, Known> templates = new ConcurrentSkipListMap<>();

    @Override
    public Optional<Template> find(AccountRef account, String name, String language) {
        return Optional.ofNullable(templates.get(key(account, name, language)))
                .map(Known::template);
    }

    @Override
    public List<Template> all(AccountRef account) {
        return templates.values().stream()
                .filter(known -> known.account().equals(account))
                .map(Known::template)
                .toList();
    }

    @Override
    public void put(AccountRef account, Template template, Instant at) {
        templates.merge(
                key(account, template.name(), template.language()),
                new Known(account, template, at),
                (before, now) -> now.at().isBefore(before.at()) ? before : now);
    }

    @Override
    public void note(AccountRef account, TemplateNews news, Instant at) {
        find(account, news.name(), news.language())
                .ifPresent(known -> put(account, known.with(news.status(), news.reason()), at));
    }

    private static String key(AccountRef account, String name, String language) {
        return account + "#" + name + "#" + language;
    }
}
