package io.conserje.local.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conserje.aws.Env;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What runs in a data folder, for the commands of other processes.
 *
 * @param pid the process; when it is gone, so is what it ran
 * @param variables where its tables and queues are, by the names that functions know them by
 */
record RunFile(long pid, URI api, Map<String, String> variables, List<Line> lines) {

    /** An account, and the emulator that plays its provider. */
    record Line(String project, String channel, String account, URI emulator) {}

    private static final String DEMO = "demo";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Path file(Path data) {
        return data.resolve("run.json");
    }

    /** What runs now; empty when nothing does, or when it died without saying so. */
    static Optional<RunFile> find(Path data) {
        try {
            if (!Files.exists(file(data))) {
                return Optional.empty();
            }
            RunFile run = JSON.readValue(file(data).toFile(), RunFile.class);
            return Optional.of(run).filter(RunFile::lives);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean lives() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    static RunFile require(Path data, Texts texts) {
        return find(data).orElseThrow(() -> new Mistake(texts.say("not-running")));
    }

    void write(Path data) {
        try {
            Path half = data.resolve("run.json.new");
            JSON.writeValue(half.toFile(), this);
            Files.move(half, file(data), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path data) {
        try {
            Files.deleteIfExists(file(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Env env() {
        return name -> Optional.ofNullable(variables.get(name));
    }

    /**
     * @param wanted the project; without one the demo, or the only one that runs
     * @throws Mistake that tells which there are
     */
    Line line(Optional<String> wanted, String channel, Texts texts) {
        List<String> projects = lines.stream().map(Line::project).distinct().toList();
        String project = wanted.orElse(projects.size() == 1 ? projects.getFirst() : DEMO);
        List<Line> its = lines.stream().filter(line -> line.project().equals(project)).toList();
        if (its.isEmpty()) {
            throw new Mistake(texts.say("no-project", project, String.join(", ", projects)));
        }
        return its.stream()
                .filter(line -> line.channel().equals(channel))
                .findFirst()
                .orElseThrow(
                        () -> new Mistake(texts.say("no-line", channel, project, channels(its))));
    }

    private static String channels(List<Line> lines) {
        return lines.stream().map(Line::channel).distinct().collect(Collectors.joining(", "));
    }
}
