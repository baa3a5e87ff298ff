package io.conserje.application;

import io.conserje.model.AccountRef;
import io.conserje.model.Content.TemplateNews;
import io.conserje.model.Template;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The templates that are registered with each account, as its provider last told of them. Any
 * method may throw {@link Unavailable}.
 */
public interface TemplateBook {

    Optional<Template> find(AccountRef account, String name, String language);

    List<Template> all(AccountRef account);

    /** Writes what the provider says at this moment. */
    void put(AccountRef account, Template template, Instant at);

    /**
     * Notes the provider's word on a template; one that is older than what is known says nothing.
     */
    void note(AccountRef account, TemplateNews news, Instant at);
}
