package io.conserje.engine.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Phrases of one word or more, found where they stand in a text; the longest wins. */
final class Phrases<T> {
    private static final Pattern SPACES = Pattern.compile(" +");

    private record Phrase(List<String> words, String of) {}

    /**
     * @param at the index of its first word
     * @param length how many words it has
     * @param values what it stands for, in the order in which they were added
     */
    record Found<T>(int at, int length, Set<T> values) {
        int end() {
            return at + length;
        }
    }

    private final Map<String, List<Phrase>> byFirst = new HashMap<>();
    private final Map<String, Set<T>> values = new HashMap<>();

    Phrases<T> add(List<String> words, T value) {
        if (words.isEmpty()) {
            return this;
        }
        String whole = String.join(" ", words);
        if (!values.containsKey(whole)) {
            List<Phrase> begun = byFirst.computeIfAbsent(words.getFirst(), w -> new ArrayList<>());
            begun.add(new Phrase(List.copyOf(words), whole));
            begun.sort(Comparator.comparingInt((Phrase p) -> p.words().size()).reversed());
        }
        values.computeIfAbsent(whole, w -> new LinkedHashSet<>()).add(value);
        return this;
    }

    Phrases<T> addAll(Iterable<String> phrases, T value) {
        phrases.forEach(phrase -> add(split(phrase), value));
        return this;
    }

    static List<String> split(String phrase) {
        return phrase.isBlank() ? List.of() : List.of(SPACES.split(phrase.strip()));
    }

    Optional<Found<T>> at(List<String> text, int at) {
        for (Phrase phrase : byFirst.getOrDefault(text.get(at), List.of())) {
            int end = at + phrase.words().size();
            if (end <= text.size() && text.subList(at, end).equals(phrase.words())) {
                return Optional.of(
                        new Found<>(
                                at,
                                phrase.words().size(),
                                values.getOrDefault(phrase.of(), Set.of())));
            }
        }
        return Optional.empty();
    }

    /** All of them from left to right, none within another. */
    List<Found<T>> in(List<String> text) {
        List<Found<T>> all = new ArrayList<>();
        int at = 0;
        while (at < text.size()) {
            Optional<Found<T>> found = at(text, at);
            found.ifPresent(all::add);
            at += found.map(Found::length).orElse(1);
        }
        return all;
    }

    boolean isIn(List<String> text) {
        for (int at = 0; at < text.size(); at++) {
            if (at(text, at).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** What the text stands for as a whole. */
    Set<T> whole(List<String> text) {
        return values.getOrDefault(String.join(" ", text), Set.of());
    }

    Set<String> words() {
        Set<String> all = new LinkedHashSet<>();
        values.keySet().forEach(phrase -> all.addAll(split(phrase)));
        return all;
    }
}
