package io.conserje.engine.understanding;

/** The same for one and for many: "limpiezas" and "limpieza", "classes" and "class". */
final class Stems {
    private Stems() {}

    static String of(String word) {
        if (word.length() < 4) {
            return word;
        }
        String stem = without(word.replace("ss", "s"), "s");
        stem = without(stem, "e");
        stem = without(stem, "s");
        for (String verb : new String[] {"ar", "er", "ir"}) {
            for (String whom : new String[] {"me", "m", "se", "le", "l", "lo", "la", "no", "nos"}) {
                if (stem.length() > 6 && stem.endsWith(verb + whom)) {
                    return stem.substring(0, stem.length() - whom.length());
                }
            }
        }
        return stem;
    }

    private static String without(String word, String ending) {
        return word.length() > 3 && word.endsWith(ending)
                ? word.substring(0, word.length() - ending.length())
                : word;
    }
}
