package io.conserje.local.eval;

import io.conserje.model.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All cases of {@code eval/}. */
public record Sets(List<SentenceCase> sentences, List<TimeCase> times, List<Dialogue> dialogues) {
    public Sets {
        sentences = List.copyOf(sentences);
        times = List.copyOf(times);
        dialogues = List.copyOf(dialogues);
    }

    /**
     * @throws InvalidSets with every fault of every file
     */
    public static Sets read(Path folder) {
        Faults faults = new Faults();
        List<SentenceCase> sentences = new ArrayList<>();
        List<TimeCase> times = new ArrayList<>();
        List<Dialogue> dialogues = new ArrayList<>();
        for (Language language : Language.values()) {
            for (Part part : Part.values()) {
                String name = language.code() + "-" + part + ".tsv";
                Path spoken = folder.resolve("sentences").resolve(name);
                sentences.addAll(SentencesReader.read(spoken, language, part, faults));
                Path timed = folder.resolve("times").resolve(name);
                times.addAll(TimesReader.read(timed, language, part, faults));
            }
            Path there = folder.resolve("dialogues").resolve(language.code());
            dialogues.addAll(dialogues(there, language, faults));
        }
        faults.orElseThrow();
        return new Sets(sentences, times, dialogues);
    }

    /** Those of one part. */
    public Sets of(Predicate<Part> part) {
        return new Sets(
                sentences.stream().filter(one -> part.test(one.part())).toList(),
                times.stream().filter(one -> part.test(one.part())).toList(),
                dialogues.stream().filter(one -> part.test(one.part())).toList());
    }

    private static List<Dialogue> dialogues(Path folder, Language language, Faults faults) {
        Set<String> ids = new HashSet<>();
        List<Dialogue> all = new ArrayList<>();
        for (Path file : yaml(folder)) {
            DialogueReader.read(text(file), file, language, faults).ifPresent(all::add);
        }
        all.stream()
                .filter(one -> !ids.add(one.id()))
                .forEach(one -> faults.add(folder, 1, "two dialogues are called " + one.id()));
        return all;
    }

    private static List<Path> yaml(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
