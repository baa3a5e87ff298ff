package io.conserje.local.sam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoDirectory;
import io.conserje.aws.Env;
import io.conserje.local.sam.External.Ended;
import io.conserje.local.site.Site;
import io.conserje.local.template.Function;
import io.conserje.model.Account;
import io.conserje.model.TheOutsideWorld;
import io.conserje.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Each event through its function, by {@code sam local invoke}: in a container, over tables, queues
 * and providers that run here. What a function queues stays in its queue, so that each does its own
 * work.
 */
@TheOutsideWorld
final class Invocations {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What SAM passes on only when the template names it. */
    private static final Set<String> ADDRESSES =
            Set.of(
                    "AWS_ENDPOINT_URL_DYNAMODB",
                    "AWS_ENDPOINT_URL_SQS",
                    "AWS_ENDPOINT_URL_SECRETS_MANAGER",
                    "AWS_ENDPOINT_URL_LAMBDA",
                    "AWS_ENDPOINT_URL_CODEDEPLOY");

    private final SamCli sam;
    private final Path root;
    private final Path scratch;
    private final Consumer<Invoked> told;

    Invocations(SamCli sam, Path root, Path scratch, Consumer<Invoked> told) {
        this.sam = sam;
        this.root = root;
        this.scratch = scratch;
        this.told = told;
    }

    /**
     * @param built what {@code sam build} wrote
     * @param gateway where a container finds this machine
     */
    List<Invoked> run(Path built, Engine.Image image, String gateway) {
        String architecture = architecture();
        Path layer =
                Layer.unpack(
                        root.resolve("layers/runtime/target/runtime.zip"),
                        scratch.resolve("layer"),
                        architecture);
        Path template = HereTemplate.write(built, architecture, layer, ADDRESSES);
        try (Site site = Site.prepare(EventSite.plan(root, scratch.resolve("data")), step -> {});
                Doors doors = new Doors(gateway)) {
            Path variables = scratch.resolve("variables.json");
            write(variables, variables(site, doors));
            letProvidersIn(site, doors);
            return all(site, template, image, variables);
        }
    }

    /** As Lambda calls it. */
    static String architecture() {
        String here = System.getProperty("os.arch");
        return here.equals("aarch64") ? "arm64" : "x86_64";
    }

    private List<Invoked> all(Site site, Path template, Engine.Image image, Path variables) {
        EventFiles events = EventFiles.in(root);
        Expected expected = Expected.in(root);
        List<Invoked> all = new ArrayList<>();
        for (Function function : site.cloud().template().functions()) {
            List<Path> its = events.of(function.id());
            if (its.isEmpty()) {
                add(all, without(function));
            }
            for (Path event : its) {
                add(all, one(function.id(), event, template, image, variables, expected));
            }
        }
        return all;
    }

    private void add(List<Invoked> all, Invoked one) {
        all.add(one);
        told.accept(one);
    }

    private static Invoked without(Function function) {
        return new Invoked(
                function.id(),
                "-",
                Duration.ZERO,
                Optional.empty(),
                Optional.of("there is no event for it in events/"));
    }

    private Invoked one(
            String function,
            Path file,
            Path template,
            Engine.Image image,
            Path variables,
            Expected expected) {
        String event = EventFiles.name(file);
        Path now = scratch.resolve("event.json");
        write(now, AsOfNow.read(file, Instant.now()));
        long begun = System.nanoTime();
        Ended ended = sam.call(command(function, now, template, image, variables), Map.of());
        Duration wall = Duration.ofNanos(System.nanoTime() - begun);
        keep(function + "-" + event + ".log", ended.err() + "\n" + ended.out());
        Said said = Said.of(ended.out(), ended.err());
        return new Invoked(
                function,
                event,
                said.took().orElse(wall),
                said.lastLine(),
                wrong(function, event, ended, said, expected));
    }

    /** The CLI ends well even when there was no answer. */
    private static Optional<String> wrong(
            String function, String event, Ended ended, Said said, Expected expected) {
        if (said.answer().isEmpty()) {
            return Optional.of("no answer: " + ended.lastWords(3));
        }
        if (said.answer().get().has("errorMessage")) {
            return Optional.of("it failed: " + said.answer().get().path("errorMessage").asText());
        }
        return expected.wrong(function, event, said.answer().get())
                .or(() -> expected.untold(function, event, said.lines()));
    }

    private List<String> command(
            String function, Path event, Path template, Engine.Image image, Path variables) {
        return List.of(
                "local",
                "invoke",
                function,
                "--template",
                template.toString(),
                "--event",
                event.toString(),
                "--env-vars",
                variables.toString(),
                "--parameter-overrides",
                Site.SESSION + "=" + EventSite.SESSION,
                "--invoke-image",
                image.name(),
                "--layer-cache-basedir",
                scratch.resolve("layers").toString(),
                "--skip-pull-image");
    }

    private static JsonNode variables(Site site, Doors doors) {
        ObjectNode all = JSON.createObjectNode();
        for (Function function : site.cloud().template().functions()) {
            ObjectNode its = all.putObject(function.id());
            function.environment().forEach((name, value) -> its.put(name, doors.open(value)));
            Env env = site.cloud().environmentOf(function.id());
            for (String name : ADDRESSES) {
                its.put(name, doors.open(env.get(name).orElseThrow()));
            }
        }
        return all;
    }

    /** An account knows where its provider answers. */
    private static void letProvidersIn(Site site, Doors doors) {
        Env env = site.cloud().environmentOf("MessagingFunction");
        try (AwsClients clients = new AwsClients(env)) {
            DynamoDirectory directory =
                    new DynamoDirectory(clients, env, new Wire(), InstantSource.system());
            for (Site.Line line : site.lines()) {
                Map<String, String> settings = new HashMap<>(line.account().settings());
                settings.replaceAll((name, value) -> doors.open(value));
                directory.put(
                        new Account(line.account().project(), line.account().ref(), settings));
            }
        }
    }

    private static void write(Path file, JsonNode what) {
        try {
            JSON.writeValue(file.toFile(), what);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of it, for who wants to know more than the last line. */
    private void keep(String name, String text) {
        try {
            Path logs = Files.createDirectories(root.resolve(".aws-sam/logs"));
            Files.writeString(logs.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
