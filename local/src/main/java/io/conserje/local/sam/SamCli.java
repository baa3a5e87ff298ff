package io.conserje.local.sam;

import io.conserje.local.sam.External.Ended;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The SAM CLI, without anybody's credentials: it gives them to the functions. */
final class SamCli {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Map<String, String> NOBODY =
            Map.ofEntries(
                    Map.entry("SAM_CLI_TELEMETRY", "0"),
                    Map.entry("AWS_DEFAULT_REGION", "us-east-1"),
                    Map.entry("AWS_REGION", "us-east-1"),
                    Map.entry("AWS_ACCESS_KEY_ID", "local"),
                    Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
                    Map.entry("AWS_SESSION_TOKEN", ""),
                    Map.entry("AWS_PROFILE", ""),
                    Map.entry("AWS_CONFIG_FILE", "/dev/null"),
                    Map.entry("AWS_SHARED_CREDENTIALS_FILE", "/dev/null"),
                    Map.entry("AWS_EC2_METADATA_DISABLED", "true"),
                    Map.entry("AWS_REQUEST_CHECKSUM_CALCULATION", "when_required"),
                    Map.entry("SAM_CLI_CONTAINER_CONNECTION_TIMEOUT", "120"));

    private final External external;
    private final Path program;

    SamCli(External external, Path program) {
        this.external = external;
        this.program = program;
    }

    Ended call(String... arguments) {
        return call(List.of(arguments), Map.of());
    }

    Ended call(List<String> arguments, Map<String, String> more) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        Map<String, String> environment = new TreeMap<>(NOBODY);
        environment.putAll(more);
        return external.run(command, environment, LONGEST);
    }
}
