package io.conserje.engine.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts right the misspelt names of days and months, and leaves ordinary words alone. */
final class Spelling {
    private static final int SHORTEST = 5;
    private static final int LONG = 8;

    /** Short names are next to too many words (abril and abrir): their misspellings are listed. */
    private static final Map<String, String> KNOWN = known();

    private static final List<String> NAMES =
            List.of(
                    "martes",
                    "miercoles",
                    "jueves",
                    "viernes",
                    "sabado",
                    "domingo",
                    "febrero",
                    "agosto",
                    "septiembre",
                    "octubre",
                    "noviembre",
                    "diciembre",
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "saturday",
                    "sunday",
                    "january",
                    "february",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december",
                    "tomorrow",
                    "yesterday",
                    "weekend",
                    "afternoon",
                    "anteayer");

    private static final Set<String> ORDINARY =
            Set.of(
                    "marte",
                    "mates",
                    "mares",
                    "mantes",
                    "martas",
                    "marites",
                    "marten",
                    "martens",
                    "jueces",
                    "jueza",
                    "vienes",
                    "vieres",
                    "viene",
                    "vientes",
                    "salado",
                    "sacado",
                    "sanado",
                    "sobado",
                    "sabida",
                    "sabio",
                    "domino",
                    "dominio",
                    "agoto",
                    "agosta",
                    "agotado",
                    "angosto",
                    "augusto",
                    "augusta",
                    "monda",
                    "frida",
                    "friend",
                    "sundry",
                    "sundae",
                    "febrera",
                    "octubres",
                    "mundane",
                    "weekends",
                    "weekday",
                    "saturdays",
                    "sundays",
                    "mondays",
                    "tuesdays",
                    "wednesdays",
                    "thursdays",
                    "fridays",
                    "sabados",
                    "domingos",
                    "afternoons",
                    "setiembre",
                    "viernese",
                    "weeknd",
                    "decembre");

    private Spelling() {}

    static String right(String word) {
        String known = KNOWN.get(word);
        if (known != null) {
            return known;
        }
        if (word.length() < SHORTEST || word.length() > 12 || ORDINARY.contains(word)) {
            return word;
        }
        for (String name : NAMES) {
            if (word.charAt(0) == name.charAt(0) && isSlipOf(word, name)) {
                return name;
            }
        }
        return word;
    }

    private static boolean isSlipOf(String word, String name) {
        int difference = Math.abs(word.length() - name.length());
        if (difference > 2 || word.equals(name)) {
            return false;
        }
        return difference < 2 && isOneSlip(word, name)
                || name.length() >= LONG
                        && word.charAt(1) == name.charAt(1)
                        && edits(word, name) <= 2;
    }

    /** One letter missing, too many, another, or two that changed places. */
    private static boolean isOneSlip(String word, String name) {
        int start = 0;
        int shorter = Math.min(word.length(), name.length());
        while (start < shorter && word.charAt(start) == name.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && word.charAt(word.length() - 1 - end) == name.charAt(name.length() - 1 - end)) {
            end++;
        }
        int left = word.length() - start - end;
        int wanted = name.length() - start - end;
        return left <= 1 && wanted <= 1
                || left == 2
                        && wanted == 2
                        && word.charAt(start) == name.charAt(start + 1)
                        && word.charAt(start + 1) == name.charAt(start);
    }

    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], above) + 1, diagonal + same);
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    private static Map<String, String> known() {
        Map<String, List<String>> slips = new HashMap<>();
        slips.put(
                "lunes",
                List.of("lunez", "luness", "lunnes", "lune", "lnes", "lunea", "lumes", "lunws"));
        slips.put("martes", List.of("martez", "mrtes"));
        slips.put("miercoles", List.of("miercole", "mircoles", "mierkoles", "miecoles"));
        slips.put("jueves", List.of("juevs", "jueve", "guebes", "juebes"));
        slips.put("viernes", List.of("vierne", "biernes", "viernez", "viern"));
        slips.put("enero", List.of("enro", "henero", "enerro"));
        slips.put("marzo", List.of("marso", "marxo"));
        slips.put("abril", List.of("abirl", "abrl", "avril"));
        slips.put("junio", List.of("jnio", "juinio"));
        slips.put("julio", List.of("jlio", "juilio"));
        slips.put("april", List.of("apirl", "aprl", "aprill"));
        slips.put("septiembre", List.of("setiembre", "septimbre"));
        slips.put("wednesday", List.of("wensday", "wendsday", "wenesday", "wenday", "wednsday"));
        slips.put("tuesday", List.of("tusday", "tuseday", "tewsday"));
        slips.put("february", List.of("febuary", "feburary", "febrary"));
        slips.put("today", List.of("todya", "2day", "tday", "todayy", "todai", "todday"));
        slips.put(
                "tomorrow",
                List.of(
                        "tmrw",
                        "tmr",
                        "tmw",
                        "tmrrw",
                        "tomorow",
                        "tomoro",
                        "tomoz",
                        "tmoro",
                        "tmorrow",
                        "tommorow",
                        "tommorrow",
                        "tomorro",
                        "tomo"));
        slips.put("between", List.of("btw", "btwn", "betwen", "beetween", "bewteen"));
        slips.put(
                "morning",
                List.of("mornin", "mornign", "moring", "mornning", "mroning", "mornig", "mornng"));
        slips.put("evening", List.of("evning", "eveing", "evenning", "evenin"));
        slips.put("weekend", List.of("wknd", "wkend", "wkd", "weekned"));
        slips.put("tonight", List.of("tonite", "tonigth", "tongiht", "tonigt", "tnight"));
        slips.put(
                "manana",
                List.of(
                        "mnn", "manna", "mnana", "manan", "maana", "mannana", "maniana", "manama",
                        "mamana", "manyana", "manans"));
        slips.put("anteayer", List.of("antesdeayer"));
        slips.put("que", List.of("q", "ke"));
        slips.put("proximo", List.of("prox", "procsimo"));
        slips.put("semana", List.of("sem", "smana", "semna"));
        slips.put("medio", List.of("mdio"));
        slips.put("tarde", List.of("tardee", "tade", "trde"));
        slips.put("noche", List.of("nohce", "noxe", "nocje"));
        slips.put("por", List.of("x"));
        slips.put("week", List.of("wk"));
        Map<String, String> all = new HashMap<>();
        slips.forEach((name, list) -> list.forEach(slip -> all.put(slip, name)));
        return Map.copyOf(all);
    }
}
