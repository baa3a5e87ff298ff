package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.journal.EmulatorJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** The account's templates, oldest first. What changes is in the file before anybody sees it. */
final class Templates {
    private record Key(String name, String language) {}

    private final Path file;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile Map<Key, Template> byKey = Map.of();

    Templates(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                Map<Key, Template> read = new LinkedHashMap<>();
                EmulatorJson.MAPPER
                        .readValue(file.toFile(), new TypeReference<List<Template>>() {})
                        .forEach(template -> read.put(key(template), template));
                byKey = Collections.unmodifiableMap(read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the templates in " + file, e);
        }
    }

    List<Template> all() {
        return List.copyOf(byKey.values());
    }

    Optional<Template> find(String name, String language) {
        return Optional.ofNullable(byKey.get(new Key(name, language)));
    }

    /** The template that a message sends. */
    Optional<Template> sentBy(JsonNode body) {
        JsonNode sent = body.path("template");
        return find(sent.path("name").asText(), sent.at("/language/code").asText());
    }

    /** False when there is one of its name and language already. */
    boolean add(Template template) {
        return change(next -> next.putIfAbsent(key(template), template) == null);
    }

    /** False when it is gone. */
    boolean replace(Template template) {
        return change(next -> next.replace(key(template), template) != null);
    }

    /** False when there was none like that. */
    boolean remove(Predicate<Template> which) {
        return change(next -> next.values().removeIf(which));
    }

    private boolean change(Predicate<Map<Key, Template>> change) {
        oneAtATime.lock();
        try {
            Map<Key, Template> next = new LinkedHashMap<>(byKey);
            boolean changed = change.test(next);
            if (changed) {
                write(List.copyOf(next.values()));
                byKey = Collections.unmodifiableMap(next);
            }
            return changed;
        } finally {
            oneAtATime.unlock();
        }
    }

    private void write(List<Template> templates) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, EmulatorJson.MAPPER.writeValueAsBytes(templates));
            Files.move(
                    next,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the templates in " + file, e);
        }
    }

    private static Key key(Template template) {
        return new Key(template.name(), template.language());
    }
}
