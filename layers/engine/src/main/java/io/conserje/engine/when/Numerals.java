package io.conserje.engine.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers and ordinals, in digits and in words. */
final class Numerals {
    private static final Map<String, Integer> NUMBERS = new HashMap<>();
    private static final Map<String, Integer> ORDINALS = new HashMap<>();
    private static final Set<String> ENDINGS =
            Set.of("st", "nd", "rd", "th", "ro", "er", "ero", "do", "to", "mo", "vo", "no", "º",
                    "°", "ª", "ra", "da", "ndo");
    private static final Set<String> UNITS =
            Set.of(
                    ("personas persona pax people person adults adult adultos adulto ninos nino"
                            + " ninas kids kid children child euros euro eur pesos peso dolares"
                            + " dollars dollar usd mxn ars $ € £ % anos ano years year yr yo yrs"
                            + " dias dia days semanas semana weeks week meses months month hora"
                            + " hours hour minutos minuto minutes minute min mins veces vez times"
                            + " time citas cita turnos turno clases clase rooms room guests guest"
                            + " habitaciones habitacion kg km cm m metros nights night noches"
                            + " sesiones sesion sessions session alumnos amigos amigas hijos hijas"
                            + " grados stars estrellas tickets bonos appointments appointment"
                            + " classes lessons lesson hermanos plazas asientos of us percent"
                            + " gramos kilos piezas opciones options option slots slot huecos"
                            + " servicios mesas mesa tables table niveles caries muelas dientes"
                            + " teeth friends seats places pounds bucks primeras primeros ultimas"
                            + " ultimos cosas things more mas")
                            .split(" "));

    static {
        List<String> spanish =
                List.of(("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece"
                        + " catorce quince dieciseis diecisiete dieciocho diecinueve veinte"
                        + " veintiuno veintidos veintitres veinticuatro veinticinco veintiseis"
                        + " veintisiete veintiocho veintinueve treinta").split(" "));
        List<String> english =
                List.of(("zero one two three four five six seven eight nine ten eleven twelve"
                        + " thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty")
                        .split(" "));
        List<String> firsts =
                List.of(("first second third fourth fifth sixth seventh eighth ninth tenth eleventh"
                        + " twelfth thirteenth fourteenth fifteenth sixteenth seventeenth"
                        + " eighteenth nineteenth twentieth").split(" "));
        List<String> primeros =
                List.of(("primero segundo tercero cuarto quinto sexto septimo octavo noveno decimo")
                        .split(" "));
        count(NUMBERS, spanish, 0);
        count(NUMBERS, english, 0);
        count(ORDINALS, firsts, 1);
        count(ORDINALS, primeros, 1);
        NUMBERS.putAll(Map.of("una", 1, "thirty", 30, "cuarenta", 40, "forty", 40));
        NUMBERS.putAll(Map.of("cincuenta", 50, "fifty", 50, "veintiun", 21));
        ORDINALS.putAll(Map.of("primer", 1, "primera", 1, "segunda", 2, "tercer", 3, "tercera", 3));
        ORDINALS.putAll(Map.of("cuarta", 4, "vigesimo", 20, "trigesimo", 30, "thirtieth", 30));
    }

    private Numerals() {}

    private static void count(Map<String, Integer> all, List<String> words, int from) {
        for (int i = 0; i < words.size(); i++) {
            all.put(words.get(i), from + i);
        }
    }

    /** 0 to 99. */
    static @Nullable Found<Integer> number(Text text, int i) {
        if (text.value(i) >= 0) {
            return text.digits(i) <= 2 ? new Found<>(text.value(i), i + 1) : null;
        }
        Integer first = NUMBERS.get(text.word(i));
        if (first == null) {
            return null;
        }
        if (first >= 20 && first % 10 == 0) {
            int j = text.is(i + 1, "y") || text.is(i + 1, "-") ? i + 2 : i + 1;
            Integer unit = NUMBERS.get(text.word(j));
            if (unit != null && unit > 0 && unit < 10) {
                return new Found<>(first + unit, j + 1);
            }
        }
        return new Found<>(first, i + 1);
    }

    /** A number of one token: "veinte" of "veinte y cinco". */
    static @Nullable Found<Integer> simple(Text text, int i) {
        if (text.value(i) >= 0) {
            return number(text, i);
        }
        Integer value = NUMBERS.get(text.word(i));
        return value == null ? null : new Found<>(value, i + 1);
    }

    static @Nullable Found<Integer> ordinal(Text text, int i) {
        if (text.digits(i) > 0 && text.digits(i) <= 2 && text.in(i + 1, ENDINGS)) {
            boolean ends = text.isGlued(i + 1) || text.is(i + 1, "th");
            return ends ? new Found<>(text.value(i), i + 2) : null;
        }
        Integer first = ORDINALS.get(text.word(i));
        Integer tens = NUMBERS.get(text.word(i));
        int base = first != null ? first : tens == null ? 0 : tens;
        if (base == 20 || base == 30) {
            int j = text.is(i + 1, "-") ? i + 2 : i + 1;
            Integer unit = ORDINALS.get(text.word(j));
            if (unit != null && unit < 10) {
                return new Found<>(base + unit, j + 1);
            }
        }
        return first == null ? null : new Found<>(first, i + 1);
    }

    /** Whether what follows makes the number before it a count: "5 personas". */
    static boolean isCounted(Text text, int next) {
        return text.in(next, UNITS) || text.is(next, "por") && text.is(next + 1, "ciento");
    }
}
