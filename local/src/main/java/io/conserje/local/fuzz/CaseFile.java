package io.conserje.local.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.fuzz.Request.Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** A case as a file of the corpus: a body that is text as text, any other in base64. */
public final class CaseFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CaseFile() {}

    /** Every case of a folder, in the order of their names. */
    public static List<Case> all(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(CaseFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Case read(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            List<Request> requests = new ArrayList<>();
            json.path("requests").forEach(one -> requests.add(request(one)));
            return new Case(
                    file.getFileName() + ": " + json.path("why").asText(),
                    json.path("apart").asBoolean(),
                    requests);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is no case", e);
        }
    }

    private static Request request(JsonNode json) {
        List<Header> headers = new ArrayList<>();
        json.path("headers")
                .forEach(
                        one -> headers.add(new Header(one.path(0).asText(), one.path(1).asText())));
        byte[] body =
                json.has("base64")
                        ? Base64.getDecoder().decode(json.path("base64").asText())
                        : json.path("body").asText().getBytes(StandardCharsets.UTF_8);
        return new Request(
                json.path("method").asText(),
                json.path("target").asText(),
                headers,
                body,
                Proof.valueOf(json.path("proof").asText()));
    }

    public static void write(Path file, Case one) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text(one) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it stands in a file. */
    public static String text(Case one) {
        ObjectNode json = JSON.createObjectNode().put("why", one.why()).put("apart", one.apart());
        for (Request request : one.requests()) {
            write(json.withArray("requests").addObject(), request);
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static void write(ObjectNode json, Request request) {
        json.put("method", request.method()).put("target", request.target());
        for (Header header : request.headers()) {
            json.withArray("headers").addArray().add(header.name()).add(header.value());
        }
        json.put("proof", request.proof().name());
        String text = new String(request.body(), StandardCharsets.UTF_8);
        if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), request.body())) {
            json.put("body", text);
        } else {
            json.put("base64", request.body());
        }
    }
}
