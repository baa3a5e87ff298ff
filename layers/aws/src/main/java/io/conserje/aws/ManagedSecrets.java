package io.conserje.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conserje.application.SecretStore;
import io.conserje.application.Unavailable;
import io.conserje.channel.Secrets;
import io.conserje.model.AccountRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * One secret of a stage holds them all, as a JSON object: {@code {"whatsapp/demo/app-secret":
 * "...", ...}}. Read when used, remembered for a few minutes so that a rotation takes hold, and
 * forgotten before a snapshot.
 */
public final class ManagedSecrets implements SecretStore, Resource {
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> NAMES_AND_VALUES =
            new TypeReference<>() {};

    private final AwsClients clients;
    private final String secretId;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    private record Known(Map<String, String> values, Instant until) {
        @Override
        public String toString() {
            return "secrets, known until " + until;
        }
    }

    @SuppressWarnings(
            "this-escape") // the context keeps it weakly and calls it only before a snapshot
    public ManagedSecrets(AwsClients clients, Env env, InstantSource clock) {
        Variables variables = new Variables(env);
        this.clients = clients;
        this.secretId = variables.required("SECRETS_ID");
        this.clock = clock;
        variables.check();
        Core.getGlobalContext().register(this);
    }

    @Override
    public Secrets of(AccountRef account) {
        return name -> {
            String key = account + "/" + name;
            String value = values().get(key);
            if (value == null || value.isBlank()) {
                throw new IllegalStateException(
                        "secret '" + key + "' is not in " + secretId + ": add it there");
            }
            return value;
        };
    }

    /** All of them, read anew when they are not fresh. */
    Map<String, String> values() {
        Known now = known;
        if (now == null || clock.instant().isAfter(now.until())) {
            now = new Known(read(), clock.instant().plus(FRESH));
            known = now;
        }
        return now.values();
    }

    private Map<String, String> read() {
        try {
            String text =
                    clients.secrets().getSecretValue(get -> get.secretId(secretId)).secretString();
            Map<String, String> read = JSON.readValue(text, NAMES_AND_VALUES);
            read.values().removeIf(Objects::isNull);
            return Map.copyOf(read);
        } catch (ResourceNotFoundException e) {
            return Map.of();
        } catch (JsonProcessingException e) {
            // Without its cause, whose message quotes the secret.
            throw new IllegalStateException(
                    "secret " + secretId + " is not a JSON object of names and texts");
        } catch (SdkException e) {
            throw new Unavailable("secrets", e);
        }
    }

    void forget() {
        known = null;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        forget();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
