package io.conserje.testkit;

import io.conserje.application.SecretStore;
import io.conserje.channel.Secrets;
import io.conserje.model.AccountRef;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets in a map. One that is not there is an error that names it, as the real store's is. */
public final class InMemorySecrets implements SecretStore {
    private final Map<String, String> values = new ConcurrentHashMap<>();

    public InMemorySecrets with(AccountRef account, String name, String value) {
        values.put(account + "/" + name, value);
        return this;
    }

    @Override
    public Secrets of(AccountRef account) {
        return name ->
                Optional.ofNullable(values.get(account + "/" + name))
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "secret '" + account + "/" + name + "' is not there"));
    }
}
