package io.conserje.local.sam;

import io.conserje.local.sam.External.Ended;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Docker engine. */
final class Engine {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String ADDRESS = "\\d+(\\.\\d+){3}";
    private static final String MADE_HERE = "conserje/lambda-java25:made-here";

    private final External external;
    private final Path root;

    Engine(External external, Path root) {
        this.external = external;
        this.root = root;
    }

    /**
     * What functions run in.
     *
     * @param ofAws whether it is the one that AWS makes
     */
    record Image(String name, boolean ofAws) {}

    /** Why there is none; empty when it answers. */
    Optional<String> silent() {
        if (external.find("docker").isEmpty()) {
            return Optional.of("docker: not found");
        }
        Ended info = docker(SOON, "info", "--format", "{{.ServerVersion}}");
        return info.well() ? Optional.empty() : Optional.of(info.lastWords(1));
    }

    String version() {
        return docker(SOON, "info", "--format", "{{.ServerVersion}}").out().strip();
    }

    /**
     * Where a container finds this machine: as the engine says, or, since some say it only from
     * their second start on, at the interface of its bridge.
     */
    Optional<String> gateway() {
        String said = bridge("{{(index .IPAM.Config 0).Gateway}}");
        return said.matches(ADDRESS)
                ? Optional.of(said)
                : addressOf(bridge("{{index .Options \"com.docker.network.bridge.name\"}}"));
    }

    private String bridge(String what) {
        return docker(SOON, "network", "inspect", "bridge", "--format", what).out().strip();
    }

    private static Optional<String> addressOf(String name) {
        try {
            return Optional.ofNullable(NetworkInterface.getByName(name)).stream()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .map(InetAddress::getHostAddress)
                    .findFirst();
        } catch (SocketException e) {
            return Optional.empty();
        }
    }

    /**
     * AWS's image where it is or can be had, else one that is made here.
     *
     * @param architecture as Lambda calls it
     * @throws NoImage when there is neither
     */
    Image image(String architecture) {
        String name = "public.ecr.aws/lambda/java:25-" + architecture;
        if (docker(SOON, "image", "inspect", name).well() || docker(LONG, "pull", name).well()) {
            return new Image(name, true);
        }
        Ended made =
                external.run(
                        List.of(root.resolve("local/sam/image").toString(), MADE_HERE),
                        Map.of("JAVA_HOME", System.getProperty("java.home")),
                        LONG);
        if (!made.well()) {
            throw new NoImage(made.lastWords(5));
        }
        return new Image(MADE_HERE, false);
    }

    static final class NoImage extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoImage(String why) {
            super(why);
        }
    }

    private Ended docker(Duration atMost, String... arguments) {
        String program = external.find("docker").map(Path::toString).orElse("docker");
        return external.run(
                Stream.concat(Stream.of(program), Arrays.stream(arguments)).toList(), atMost);
    }
}
