package io.conserje.local.bench.start;

import io.conserje.local.bench.floor.PlainMessaging;
import io.conserje.local.lambda.Unpacked;
import io.conserje.local.sam.EventFiles;
import io.conserje.local.sam.Expected;
import io.conserje.local.template.Function;
import io.conserje.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions of the template, as they are deployed. */
public final class Subjects {
    /** What a customer's message sets off, where a function has several events. */
    private static final Map<String, String> EVENT =
            Map.of("MessagingFunction", "receive-whatsapp-text");

    /** Checks a release before anybody writes to it. */
    private static final String NOBODY_WAITS = "SmokeFunction";

    private static final Map<String, String> FLOORS =
            Map.of(
                    "MessagingFunction", "PlainMessaging",
                    "ConversationFunction", "PlainConversation",
                    "DeliveryFunction", "PlainDelivery");
    private static final List<String> FRAMEWORK = List.of("micronaut-", "jakarta.annotation-api-");

    private final Path root;
    private final Path scratch;

    /**
     * @param root the checkout, built
     * @param scratch where the zips are unpacked
     */
    public Subjects(Path root, Path scratch) {
        this.root = root;
        this.scratch = scratch;
    }

    public List<Subject> all() throws IOException {
        List<Subject> all = new ArrayList<>();
        for (Function function : template().functions()) {
            if (!function.id().equals(NOBODY_WAITS)) {
                all.add(subject(function));
            }
        }
        return all;
    }

    /**
     * @param id as the template calls it
     */
    public Optional<Subject> of(String id) throws IOException {
        for (Function function : template().functions()) {
            if (function.id().equals(id)) {
                return Optional.of(subject(function));
            }
        }
        return Optional.empty();
    }

    private Template template() {
        return Template.read(
                root.resolve("template.yaml"),
                Map.of("ReleaseId", "bench", "WhatsAppSession", "demo"));
    }

    private Subject subject(Function function) throws IOException {
        Path task = Files.createDirectories(scratch.resolve(function.id()));
        Path event = event(function.id());
        Map<String, String> environment = new HashMap<>(function.environment());
        environment.put("MEDIA_FOLDER", scratch.resolve("media").toString());
        return new Subject(
                function.id(),
                Unpacked.into(
                        task, zip(function), root.resolve("layers/runtime/target/runtime.zip")),
                function.handler(),
                environment,
                EventFiles.name(event),
                event,
                Expected.in(root));
    }

    /** The same work without the framework, for those functions that have a floor. */
    public Optional<Subject> floor(Subject subject) throws IOException {
        String plain = FLOORS.get(subject.id());
        if (plain == null) {
            return Optional.empty();
        }
        Path task = Files.createDirectories(scratch.resolve(subject.id() + "-floor"));
        Unpacked code = subject.code().without(Subjects::isFramework, task);
        code.add(PlainMessaging.class);
        return Optional.of(subject.with(code, "io.conserje.local.bench.floor." + plain));
    }

    private static boolean isFramework(String jar) {
        return FRAMEWORK.stream().anyMatch(jar::startsWith);
    }

    /** A function's zip, as the template's {@code CodeUri} names it. */
    Path zip(Function function) {
        String module = function.handler().split("\\.")[2];
        return root.resolve("functions/" + module + "/target/" + module + ".zip");
    }

    private Path event(String function) {
        List<Path> events = EventFiles.in(root).of(function);
        String wanted = EVENT.getOrDefault(function, EventFiles.name(events.getFirst()));
        for (Path event : events) {
            if (EventFiles.name(event).equals(wanted)) {
                return event;
            }
        }
        throw new IllegalStateException("events/" + function + "/" + wanted + ".json is not there");
    }
}
