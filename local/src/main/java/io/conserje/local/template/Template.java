package io.conserje.local.template;

import io.conserje.local.template.Yaml.Entries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of the deployment template runs on one machine, and what of it does not ({@code unknown}, as
 * sentences).
 */
public record Template(
        List<Route> routes,
        List<Queue> queues,
        List<Mapping> mappings,
        List<Table> tables,
        List<Function> functions,
        List<Schedule> schedules,
        Map<String, String> outputs,
        List<String> unknown) {

    public static Template read(Path file, Map<String, String> parameterOverrides) {
        return read(file, parameterOverrides, Endpoints.UNKNOWN);
    }

    /**
     * @throws TemplateError when the file or a parameter cannot be used
     */
    public static Template read(
            Path file, Map<String, String> parameterOverrides, Endpoints endpoints) {
        Entries root = YamlReader.read(text(file), file.getFileName().toString());
        Map<String, Yaml> parameters =
                Parameters.read(root.section("Parameters"), parameterOverrides);
        Map<String, Resource> resources = new LinkedHashMap<>();
        References references = new References(parameters, resources, endpoints);
        Intrinsics intrinsics =
                new Intrinsics(references, root.section("Conditions"), root.section("Mappings"));
        references.evaluateWith(intrinsics::required);
        resources(root, intrinsics, resources);
        ResourceReader read = new ResourceReader(resources, references, intrinsics);
        return new Template(
                List.copyOf(read.routes),
                List.copyOf(read.queues),
                List.copyOf(read.mappings),
                List.copyOf(read.tables),
                List.copyOf(read.functions),
                List.copyOf(read.schedules),
                outputs(root.section("Outputs"), intrinsics),
                List.copyOf(read.unknown));
    }

    public Queue queue(String id) {
        return queues.stream()
                .filter(queue -> queue.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new TemplateError("There is no queue " + id));
    }

    public Function function(String id) {
        return functions.stream()
                .filter(function -> function.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new TemplateError("There is no function " + id));
    }

    private static void resources(Entries root, Intrinsics intrinsics, Map<String, Resource> into) {
        Entries globals = root.section("Globals");
        root.section("Resources")
                .entries()
                .forEach((id, is) -> {
                    Entries entry = is.asEntries();
                    if (exists(entry, intrinsics)) {
                        into.put(id, resource(id, entry, globals));
                    }
                });
    }

    private static Resource resource(String id, Entries entry, Entries globals) {
        String type =
                entry.get("Type")
                        .map(Yaml::asText)
                        .orElseThrow(() -> TemplateError.at(entry.line(), id + " has no Type"));
        Entries own = entry.section("Properties");
        Entries shared =
                switch (type) {
                    case "AWS::Serverless::Function" -> globals.section("Function");
                    case "AWS::Serverless::HttpApi" -> globals.section("HttpApi");
                    default -> Entries.NONE;
                };
        return new Resource(id, type, Merge.of(shared, own));
    }

    private static boolean exists(Entries entry, Intrinsics intrinsics) {
        return entry.get("Condition")
                .map(condition -> intrinsics.holds(condition.asText(), condition.line()))
                .orElse(true);
    }

    private static Map<String, String> outputs(Entries outputs, Intrinsics intrinsics) {
        Map<String, String> values = new LinkedHashMap<>();
        outputs.entries()
                .forEach((name, is) -> {
                    Entries output = is.asEntries();
                    if (exists(output, intrinsics)) {
                        output.get("Value")
                                .flatMap(intrinsics::evaluate)
                                .ifPresent(value -> values.put(name, value.asText()));
                    }
                });
        return values;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new TemplateError("Cannot read " + file + ": " + unreadable.getMessage());
        }
    }
}
