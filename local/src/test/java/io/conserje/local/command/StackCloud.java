package io.conserje.local.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.conserje.local.template.ParameterValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * As much of CloudFormation and STS as a deployment asks, over their own protocol, with a memory:
 * stacks, change sets and events. A stack's API answers {@code /<stack>/health} with its release.
 */
final class StackCloud implements AutoCloseable {
    static final String ACCOUNT = "123456789012";
    static final String NOTHING =
            "The submitted information didn't contain changes. Submit different information to create a change set.";
    private static final Pattern KEY = Pattern.compile("Bucket: (\\S+), Key: (\\S+) }");

    /** A stack, what has happened to it, and what will. */
    static final class Stack {
        String status = "REVIEW_IN_PROGRESS";
        String template = "";
        Map<String, String> parameters = new LinkedHashMap<>();
        final List<String> events = new ArrayList<>();
        final List<String> toCome = new ArrayList<>();
        @Nullable Runnable then;
    }

    record Planned(String stack, String template, Map<String, String> parameters, int[] looks) {}

    final Map<String, Stack> stacks = new TreeMap<>();
    final Map<String, Planned> sets = new LinkedHashMap<>();
    final List<String> asked = new ArrayList<>();

    /** What a change set would do, as CloudFormation writes it: action, id, type, replacement. */
    List<String> changes = List.of("Modify MessagingFunction AWS::Lambda::Function False");

    /** Why the next execution fails, and is undone. */
    @Nullable String trouble;

    private final HttpServer server;
    private final Function<String, Optional<String>> objects;
    private int count;

    /**
     * @param objects what S3 has, by bucket and key
     */
    StackCloud(Function<String, Optional<String>> objects) {
        this.objects = objects;
        try {
            this.server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Stack stack(String name) {
        return Objects.requireNonNull(stacks.get(name), name);
    }

    String releaseId(String name) {
        return Objects.requireNonNull(stack(name).parameters.get("ReleaseId"));
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.endsWith("/health")) {
            String stack = path.split("/")[1];
            send(exchange, 200, "{\"status\":\"ok\",\"release\":\"" + releaseId(stack) + "\"}");
            return;
        }
        Map<String, String> question =
                Arrays.stream(body.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(
                                Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1])));
        String action = question.getOrDefault("Action", "");
        asked.add(action);
        try {
            send(
                    exchange,
                    200,
                    "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>"
                            .formatted(action, result(action, question)));
        } catch (IllegalStateException wrong) {
            send(
                    exchange,
                    400,
                    "<ErrorResponse><Error><Code>ValidationError</Code><Message>"
                            + wrong.getMessage()
                            + "</Message></Error></ErrorResponse>");
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String result(String action, Map<String, String> question) {
        String stack = question.getOrDefault("StackName", "");
        String set = question.getOrDefault("ChangeSetName", "");
        return switch (action) {
            case "GetCallerIdentity" -> "<Account>" + ACCOUNT + "</Account>";
            case "DescribeStacks" -> describe(stack);
            case "CreateChangeSet" -> create(stack, question);
            case "DescribeChangeSet" -> describeSet(set);
            case "DeleteChangeSet" -> forget(set);
            case "DeleteStack" -> delete(stack);
            case "ExecuteChangeSet" -> execute(set);
            case "DescribeStackEvents" -> events(stack);
            default -> throw new IllegalStateException(action + " is not known here");
        };
    }

    private String describe(String name) {
        Stack stack = stacks.get(name);
        if (stack == null) {
            throw new IllegalStateException("Stack with id " + name + " does not exist");
        }
        return "<Stacks><member><StackName>%s</StackName><StackStatus>%s</StackStatus><Parameters>%s</Parameters><Outputs><member><OutputKey>ApiUrl</OutputKey><OutputValue>%s</OutputValue></member></Outputs></member></Stacks>"
                .formatted(
                        name,
                        stack.status,
                        stack.parameters.entrySet().stream()
                                .map(one ->
                                        "<member><ParameterKey>%s</ParameterKey><ParameterValue>%s</ParameterValue></member>"
                                                .formatted(one.getKey(), one.getValue()))
                                .collect(Collectors.joining()),
                        url() + "/" + name);
    }

    private String create(String name, Map<String, String> question) {
        Stack stack = stacks.get(name);
        boolean fresh = stack == null || stack.status.equals("REVIEW_IN_PROGRESS");
        String type = question.get("ChangeSetType");
        if (!Objects.equals(type, fresh ? "CREATE" : "UPDATE")) {
            throw new IllegalStateException(type + " is wrong: fresh is " + fresh);
        }
        Stack there = stack == null ? new Stack() : stack;
        stacks.put(name, there);
        String template =
                objects.apply(URI.create(question.getOrDefault("TemplateURL", "")).getPath())
                        .orElseThrow(() -> new IllegalStateException("S3 error: no template"));
        String id = "arn:set/" + question.get("ChangeSetName") + "/" + ++count;
        sets.put(
                id,
                new Planned(
                        name,
                        template,
                        ParameterValues.of(template, given(question, there)),
                        new int[1]));
        return "<Id>" + id + "</Id>";
    }

    private static Map<String, String> given(Map<String, String> question, Stack stack) {
        Map<String, String> given = new TreeMap<>();
        for (int i = 1; question.containsKey("Parameters.member." + i + ".ParameterKey"); i++) {
            String at = "Parameters.member." + i + ".";
            String name = Objects.requireNonNull(question.get(at + "ParameterKey"));
            boolean previous = "true".equals(question.get(at + "UsePreviousValue"));
            if (previous && !stack.parameters.containsKey(name)) {
                throw new IllegalStateException("no previous value of " + name);
            }
            String value =
                    previous ? stack.parameters.get(name) : question.get(at + "ParameterValue");
            given.put(name, Objects.requireNonNullElse(value, ""));
        }
        return given;
    }

    private String describeSet(String id) {
        Planned planned = Objects.requireNonNull(sets.get(id), id);
        Stack stack = stack(planned.stack());
        if (planned.looks()[0]++ == 0) {
            return "<Status>CREATE_IN_PROGRESS</Status>";
        }
        if (stack.template.equals(planned.template())
                && stack.parameters.equals(planned.parameters())) {
            return "<Status>FAILED</Status><StatusReason>" + NOTHING + "</StatusReason>";
        }
        return "<Status>CREATE_COMPLETE</Status><Changes>"
                + changes.stream()
                        .map(line -> line.split(" "))
                        .map(one ->
                                "<member><Type>Resource</Type><ResourceChange><Action>%s</Action><LogicalResourceId>%s</LogicalResourceId><ResourceType>%s</ResourceType><Replacement>%s</Replacement></ResourceChange></member>"
                                        .formatted((Object[]) one))
                        .collect(Collectors.joining())
                + "</Changes>";
    }

    private String forget(String id) {
        sets.remove(id);
        return "";
    }

    private String delete(String name) {
        if (!stack(name).status.equals("REVIEW_IN_PROGRESS")) {
            throw new AssertionError("a stack that is something was deleted: " + name);
        }
        stacks.remove(name);
        return "";
    }

    private String execute(String id) {
        Planned planned = Objects.requireNonNull(sets.remove(id), id);
        Stack stack = stack(planned.stack());
        String word = stack.status.equals("REVIEW_IN_PROGRESS") ? "CREATE" : "UPDATE";
        String failure = Optional.ofNullable(trouble).orElseGet(() -> missing(planned.template()));
        trouble = null;
        String self = planned.stack() + " AWS::CloudFormation::Stack ";
        stack.toCome.add(self + word + "_IN_PROGRESS User Initiated");
        stack.status = word + "_IN_PROGRESS";
        String function = "MessagingFunction AWS::Lambda::Function ";
        if (failure.isEmpty()) {
            stack.toCome.add(function + word + "_COMPLETE -");
            stack.toCome.add(self + word + "_COMPLETE -");
            stack.then =
                    () -> {
                        stack.status = word + "_COMPLETE";
                        stack.template = planned.template();
                        stack.parameters = planned.parameters();
                    };
        } else {
            String back = word.equals("CREATE") ? "ROLLBACK" : "UPDATE_ROLLBACK";
            stack.toCome.add(function + word + "_FAILED " + failure);
            stack.toCome.add(self + back + "_IN_PROGRESS -");
            stack.toCome.add(self + back + "_COMPLETE -");
            stack.then = () -> stack.status = back + "_COMPLETE";
        }
        return "";
    }

    /** What the template takes from S3 must be there. */
    private String missing(String template) {
        return KEY.matcher(template)
                .results()
                .map(found -> "/" + found.group(1) + "/" + found.group(2))
                .filter(key -> objects.apply(key).isEmpty())
                .findFirst()
                .map(key -> "S3 Error Code: NoSuchKey " + key)
                .orElse("");
    }

    /** With each look one more thing has happened. */
    private String events(String name) {
        Stack stack = stack(name);
        if (!stack.toCome.isEmpty()) {
            stack.events.addFirst(++count + " " + stack.toCome.removeFirst());
            if (stack.toCome.isEmpty() && stack.then != null) {
                stack.then.run();
            }
        }
        return "<StackEvents>"
                + stack.events.stream()
                        .map(line -> line.split(" ", 5))
                        .map(one ->
                                "<member><EventId>%s</EventId><LogicalResourceId>%s</LogicalResourceId><ResourceType>%s</ResourceType><ResourceStatus>%s</ResourceStatus><ResourceStatusReason>%s</ResourceStatusReason><Timestamp>2026-11-22T07:00:00Z</Timestamp></member>"
                                        .formatted((Object[]) one))
                        .collect(Collectors.joining())
                + "</StackEvents>";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
