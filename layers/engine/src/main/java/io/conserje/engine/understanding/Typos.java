package io.conserje.engine.understanding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the word that was meant. Words that differ by one letter lose the same word when each loses
 * a letter: so that the near ones are looked up instead of compared one by one.
 */
final class Typos {
    private static final int SHORTEST = 5;
    private static final int LONG = 8;
    private static final int LONGEST = 20;

    private final Set<String> known;
    private final Map<String, List<String>> near = new HashMap<>();

    Typos(Collection<String> known) {
        this.known = Set.copyOf(known);
        known.stream().sorted().distinct().forEach(this::index);
    }

    private void index(String word) {
        if (word.length() < SHORTEST - 1 || word.length() > LONGEST) {
            return;
        }
        for (String shorter : shorter(word)) {
            near.computeIfAbsent(shorter, s -> new ArrayList<>(1)).add(word);
        }
    }

    boolean knows(String word) {
        return known.contains(word);
    }

    /** The word itself when it is known, or when none is near enough. */
    String meant(String word) {
        if (known.contains(word)
                || word.length() < SHORTEST
                || word.length() > LONGEST
                || word.chars().anyMatch(Character::isDigit)) {
            return word;
        }
        String best = word;
        int distance = (word.length() >= LONG ? 2 : 1) + 1;
        for (String shorter : shorter(word)) {
            for (String candidate : near.getOrDefault(shorter, List.of())) {
                int far = distance(word, candidate);
                if (isAlike(word, candidate)
                        && (far < distance || (far == distance && candidate.compareTo(best) < 0))) {
                    best = candidate;
                    distance = far;
                }
            }
        }
        return best;
    }

    /** People get the first letter right, or swap it with the second. */
    private static boolean isAlike(String one, String other) {
        return one.charAt(0) == other.charAt(0)
                || (one.charAt(0) == other.charAt(1) && one.charAt(1) == other.charAt(0))
                || one.substring(1).equals(other)
                || other.substring(1).equals(one);
    }

    private static Set<String> shorter(String word) {
        Set<String> all = new HashSet<>();
        all.add(word);
        for (int i = 0; i < word.length(); i++) {
            String one = without(word, i);
            all.add(one);
            if (word.length() >= LONG) {
                for (int j = i; j < one.length(); j++) {
                    all.add(without(one, j));
                }
            }
        }
        return all;
    }

    private static String without(String word, int at) {
        return word.substring(0, at) + word.substring(at + 1);
    }

    /** Letters added, lost, mistaken or swapped with their neighbour. */
    static int distance(String one, String other) {
        int[][] far = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                far[i][j] = i == 0 || j == 0 ? i + j : step(far, one, other, i, j);
            }
        }
        return far[one.length()][other.length()];
    }

    private static int step(int[][] far, String one, String other, int i, int j) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(far[i - 1][j] + 1, far[i][j - 1] + 1);
        least = Math.min(least, far[i - 1][j - 1] + same);
        boolean swapped =
                i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, far[i - 2][j - 2] + 1) : least;
    }
}
