package io.conserje.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads variables and reports every missing one in one message. */
final class Variables {
    private final Env env;
    private final List<String> missing = new ArrayList<>();

    Variables(Env env) {
        this.env = env;
    }

    /** The value, or an empty text that {@link #check} will tell of. */
    String required(String name) {
        return env.get(name)
                .filter(value -> !value.isBlank())
                .orElseGet(() -> {
                    missing.add(name);
                    return "";
                });
    }

    /** The value in whole seconds; {@link #check} tells when it is none. */
    Duration seconds(String name) {
        try {
            return Duration.ofSeconds(Integer.parseUnsignedInt(required(name)));
        } catch (NumberFormatException e) {
            if (!missing.contains(name)) {
                missing.add(name + " (must be a number of seconds)");
            }
            return Duration.ZERO;
        }
    }

    void check() {
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    missing.stream()
                            .collect(
                                    Collectors.joining(
                                            ", ",
                                            "these variables are not set: ",
                                            "; give them to the function in template.yaml")));
        }
    }
}
