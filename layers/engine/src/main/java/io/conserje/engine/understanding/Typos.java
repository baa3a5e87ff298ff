package io.conserje.engine.understanding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the word that was meant. People get the first letter right, swap it with the second or lose
 * it: so that a word is compared only with those that begin alike and are about as long.
 */
final class Typos {
    private static final int SHORTEST = 5;
    private static final int LONG = 9;
    private static final int LONGEST = 20;
    private static final List<String> ENDINGS =
            List.of("s", "es", "d", "ed", "ing", "er", "ly", "n", "mente", "me", "le", "lo", "la");

    private final Set<String> known;

    /** By the first letter, then by the length. */
    private final Map<Character, List<List<String>>> near = new HashMap<>();

    Typos(Collection<String> known) {
        this.known = Set.copyOf(known);
        known.stream().sorted().distinct().forEach(this::index);
    }

    private void index(String word) {
        if (word.length() >= SHORTEST - 1 && word.length() <= LONGEST) {
            near.computeIfAbsent(word.charAt(0), c -> lengths()).get(word.length()).add(word);
        }
    }

    private static List<List<String>> lengths() {
        List<List<String>> byLength = new ArrayList<>();
        for (int length = 0; length <= LONGEST; length++) {
            byLength.add(new ArrayList<>(0));
        }
        return byLength;
    }

    /** The word itself when it is known, or when none is near enough. */
    String meant(String word) {
        if (word.length() < SHORTEST
                || word.length() > LONGEST
                || isRight(word)
                || word.chars().anyMatch(Character::isDigit)) {
            return word;
        }
        String best = word;
        int distance = (word.length() >= LONG ? 2 : 1) + 1;
        for (String candidate : candidates(word, distance - 1)) {
            int far = isAlike(word, candidate) ? distance(word, candidate) : LONGEST;
            if (far < distance || (far == distance && nearer(candidate, best, word))) {
                best = candidate;
                distance = far;
            }
        }
        return best;
    }

    private static boolean nearer(String candidate, String best, String word) {
        return !best.equals(word) && candidate.compareTo(best) < 0;
    }

    /** Known, or a form of what is known: "shifting", "sooner". */
    private boolean isRight(String word) {
        if (known.contains(word)) {
            return true;
        }
        for (String ending : ENDINGS) {
            int stem = word.length() - ending.length();
            if (stem >= SHORTEST - 1 && word.endsWith(ending) && isStem(word.substring(0, stem))) {
                return true;
            }
        }
        return false;
    }

    private boolean isStem(String stem) {
        int last = stem.length() - 1;
        boolean doubled = last > 3 && stem.charAt(last) == stem.charAt(last - 1);
        return known.contains(stem) || (doubled && known.contains(stem.substring(0, last)));
    }

    private List<String> candidates(String word, int most) {
        List<String> all = new ArrayList<>();
        for (char first :
                word.charAt(0) == word.charAt(1)
                        ? new char[] {word.charAt(0)}
                        : new char[] {word.charAt(0), word.charAt(1)}) {
            add(near.getOrDefault(first, List.of()), word.length(), most, all);
        }
        // Its first letter may be lost.
        near.forEach((first, byLength) -> {
            if (first != word.charAt(0) && first != word.charAt(1)) {
                add(byLength, word.length() + 1, 0, all);
            }
        });
        return all;
    }

    private static void add(List<List<String>> byLength, int length, int most, List<String> all) {
        int longest = Math.min(byLength.size() - 1, length + most);
        for (int its = Math.max(0, length - most); its <= longest; its++) {
            all.addAll(byLength.get(its));
        }
    }

    private static boolean isAlike(String one, String other) {
        return one.charAt(0) == other.charAt(0)
                || (one.charAt(0) == other.charAt(1) && one.charAt(1) == other.charAt(0))
                || (one.length() == other.length() + 1 && one.startsWith(other, 1))
                || (other.length() == one.length() + 1 && other.startsWith(one, 1));
    }

    /** Letters added, lost, mistaken or swapped with their neighbour. */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] above = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] free = before;
            before = above;
            above = row;
            row = free;
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(above[j], row[j - 1]) + 1, above[j - 1] + same);
                if (isSwapped(one, other, i, j)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
        }
        return row[other.length()];
    }

    private static boolean isSwapped(String one, String other, int i, int j) {
        return i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
