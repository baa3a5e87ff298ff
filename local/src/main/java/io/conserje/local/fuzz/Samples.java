package io.conserje.local.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What providers really send, from which everything else is made. */
public record Samples(List<Sample> all) {
    static final List<String> CHANNELS = List.of("whatsapp", "telegram");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Samples {
        all = List.copyOf(all);
    }

    public record Sample(String channel, JsonNode body) {}

    /**
     * The events of the checkout, one of each kind that the channels' providers know, and those of
     * a folder.
     *
     * @param more has a folder of JSON files for each channel
     */
    public static Samples read(Path root, Optional<Path> more) {
        List<Sample> all = new ArrayList<>();
        for (Path event : files(root.resolve("events/MessagingFunction"))) {
            event(read(event), all);
        }
        for (String channel : CHANNELS) {
            kinds(channel).forEach(body -> all.add(new Sample(channel, body)));
            more.map(folder -> files(folder.resolve(channel))).orElse(List.of()).stream()
                    .map(file -> new Sample(channel, read(file)))
                    .forEach(all::add);
        }
        return new Samples(all);
    }

    private static void event(JsonNode event, List<Sample> all) {
        String body = event.path("body").asText();
        if (!body.isEmpty()) {
            boolean packed = event.path("isBase64Encoded").asBoolean();
            byte[] raw =
                    packed
                            ? Base64.getDecoder().decode(body)
                            : body.getBytes(StandardCharsets.UTF_8);
            all.add(new Sample(event.path("rawPath").asText().split("/", -1)[2], parse(raw)));
        }
    }

    private static JsonNode kinds(String channel) {
        try (InputStream in = Samples.class.getResourceAsStream(channel + ".json")) {
            return parse(Objects.requireNonNull(in, channel).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
