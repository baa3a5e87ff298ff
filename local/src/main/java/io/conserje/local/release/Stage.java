package io.conserje.local.release;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The stages in the order in which a release goes through them. */
public enum Stage {
    DEV1,
    DEV2,
    STAGING,
    PROD;

    /** As the template, {@code samconfig.toml} and the branches call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where a release comes from; empty for the first, whose releases are built. */
    public Optional<Stage> before() {
        return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }

    /** Whether it takes what no commit describes. */
    boolean takesUncommitted() {
        return this == DEV1 || this == DEV2;
    }

    public static Stage named(String word) {
        return Arrays.stream(values())
                .filter(stage -> stage.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(
                                Refusal.Why.NO_SUCH_STAGE,
                                word,
                                Arrays.stream(values())
                                        .map(Stage::word)
                                        .collect(Collectors.joining(", "))));
    }
}
