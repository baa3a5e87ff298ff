package io.conserje.local.template;

import io.conserje.local.template.Yaml.Entries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes through the resources once, in the template's order, and sorts them into what runs here. */
final class ResourceReader {
    private final Intrinsics intrinsics;
    private final References references;
    private final Queues queueReader;

    final List<Route> routes = new ArrayList<>();
    final List<Queue> queues = new ArrayList<>();
    final List<Mapping> mappings = new ArrayList<>();
    final List<Table> tables = new ArrayList<>();
    final List<Function> functions = new ArrayList<>();
    final List<Schedule> schedules = new ArrayList<>();
    final List<String> unknown = new ArrayList<>();

    ResourceReader(Map<String, Resource> resources, References references, Intrinsics intrinsics) {
        this.intrinsics = intrinsics;
        this.references = references;
        this.queueReader = new Queues(resources, references);
        resources.values().forEach(this::read);
    }

    private void read(Resource resource) {
        Properties properties = new Properties(resource.id(), resource.properties(), intrinsics);
        switch (resource.type()) {
            case "AWS::Serverless::Function" -> function(resource, properties);
            case "AWS::Serverless::HttpApi" -> api(properties);
            case "AWS::SQS::Queue" -> {
                queues.add(queueReader.read(resource, properties));
                unknown.addAll(properties.unknownBeside(Known.QUEUE));
            }
            case "AWS::DynamoDB::Table" -> {
                tables.add(Tables.read(resource, properties));
                unknown.addAll(properties.unknownBeside(Known.TABLE));
            }
            default -> other(resource);
        }
    }

    private void other(Resource resource) {
        if (!Known.irrelevant(resource.type())) {
            unknown.add(
                    resource.id() + " is of type " + resource.type() + ", which does not run here");
        }
    }

    private void api(Properties properties) {
        unknown.addAll(properties.unknownBeside(Known.API));
    }

    private void function(Resource resource, Properties properties) {
        functions.add(
                new Function(
                        resource.id(),
                        references.functionName(resource),
                        properties.requiredText("Handler"),
                        properties.seconds("Timeout", 3),
                        properties.number("MemorySize", 128),
                        environment(properties),
                        Policies.read(properties, unknown)));
        unknown.addAll(properties.unknownBeside(Known.FUNCTION));
        resource.properties()
                .section("Events")
                .entries()
                .forEach((name, event) -> event(resource.id(), name, event.asEntries()));
    }

    private static Map<String, String> environment(Properties properties) {
        Map<String, String> variables = new LinkedHashMap<>();
        properties
                .section("Environment")
                .section("Variables")
                .entries()
                .entries()
                .forEach((name, value) -> variables.put(name, value.asText()));
        return variables;
    }

    private void event(String functionId, String name, Entries event) {
        Properties properties =
                new Properties(functionId + "." + name, event.section("Properties"), intrinsics);
        String type = event.get("Type").map(Yaml::asText).orElse("");
        switch (type) {
            case "HttpApi" -> {
                routes.add(Routes.read(functionId, properties));
                unknown.addAll(properties.unknownBeside(Known.ROUTE));
                properties
                        .text("PayloadFormatVersion")
                        .filter(version -> !version.equals("2.0"))
                        .ifPresent(version ->
                                unknown.add(
                                        properties.of()
                                                + " asks for payload format "
                                                + version
                                                + "; here it is 2.0"));
            }
            case "SQS" -> {
                if (properties.text("Enabled").map(Boolean::parseBoolean).orElse(true)) {
                    mappings.add(queueReader.mapping(functionId, properties));
                }
                unknown.addAll(properties.unknownBeside(Known.MAPPING));
            }
            case "ScheduleV2" ->
                    schedule(
                            functionId, name, properties, Schedule.By.SCHEDULER, Known.SCHEDULE_V2);
            case "Schedule" ->
                    schedule(functionId, name, properties, Schedule.By.RULE, Known.SCHEDULE);
            default ->
                    unknown.add(
                            properties.of()
                                    + " is an event of type "
                                    + type
                                    + ", which never comes here");
        }
    }

    private void schedule(
            String functionId,
            String name,
            Properties properties,
            Schedule.By by,
            Set<String> known) {
        String expression =
                properties.requiredText(
                        by == Schedule.By.SCHEDULER ? "ScheduleExpression" : "Schedule");
        boolean enabled =
                properties.text("State").map("ENABLED"::equals).orElse(true)
                        && properties.text("Enabled").map(Boolean::parseBoolean).orElse(true);
        Optional<Duration> every = Rates.read(expression);
        if (every.isEmpty()) {
            unknown.add(
                    properties.of() + " comes at " + expression + ", which no clock plays here");
        } else if (enabled) {
            schedules.add(
                    new Schedule(
                            functionId,
                            properties.text("Name").orElse(functionId + name),
                            by,
                            every.get(),
                            properties.text("Input")));
        }
        unknown.addAll(properties.unknownBeside(known));
    }
}
