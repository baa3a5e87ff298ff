package io.conserje.aws;

import io.conserje.application.Channels;
import io.conserje.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A prod stage does not start with a secret that is missing or a dummy. Runs while the function
 * initialises, so that the deployment fails and the old version stays; what it read is forgotten
 * before the snapshot.
 */
final class ProductionCheck {
    private static final Pattern DUMMY =
            Pattern.compile(
                    "(dummy|change.?me|replace.?me|todo|test|example|placeholder|local|secret|xxx).*|(.)\\2*");

    private final Channels channels;

    ProductionCheck(Channels channels) {
        this.channels = channels;
    }

    /**
     * @throws IllegalStateException that names each secret at fault, and none of their values
     */
    void check(Stage stage, Map<String, String> secrets) {
        List<String> faults = new ArrayList<>();
        for (String account : stage.accounts()) {
            String channel = account.substring(0, Math.max(account.indexOf('/'), 0));
            Optional<Channel> known = channels.named(channel);
            if (known.isEmpty()) {
                faults.add("account '" + account + "' is of no channel that this build has");
            }
            known.stream()
                    .flatMap(one -> one.secretNames().stream().sorted())
                    .map(name -> account + "/" + name)
                    .forEach(name ->
                            fault(secrets.get(name))
                                    .ifPresent(fault -> faults.add(name + " is " + fault)));
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "the prod stage does not start: "
                            + String.join("; ", faults)
                            + ". Mend the secret conserje/prod.");
        }
    }

    private static Optional<String> fault(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.of("missing");
        }
        boolean dummy = DUMMY.matcher(value.strip().toLowerCase(Locale.ROOT)).matches();
        return dummy ? Optional.of("a dummy") : Optional.empty();
    }
}
