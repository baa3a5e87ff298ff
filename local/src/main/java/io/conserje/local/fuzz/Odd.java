package io.conserje.local.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/** Values that hurt: each a piece of JSON as it is written. */
final class Odd {
    private static final List<String> PLAIN =
            List.of(
                    "null",
                    "{}",
                    "[]",
                    "[[]]",
                    "true",
                    "false",
                    "\"\"",
                    "\" \"",
                    "\"x\"",
                    "{\"a\":{}}",
                    "[null]",
                    "[1,\"x\",{}]",
                    "\"null\"",
                    "\"#\"",
                    "\"a#b\\nc\"");

    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "-0",
                    "-1",
                    "7",
                    "-1.5",
                    "1e400",
                    "1e-400",
                    "-1e99999",
                    "1E+2147483647",
                    "9223372036854775807",
                    "9223372036854775808",
                    "-9223372036854775808",
                    "2147483648",
                    "4294967296",
                    "99999999999",
                    "253402300800",
                    "1795262400000",
                    "0.1e1",
                    "12.50",
                    "1e10",
                    "9007199254740993",
                    "-62135596801");

    private static final List<String> TEXTS =
            List.of(
                    "\\ud83d",
                    "\\ude00x",
                    "\\ud800\\ud800",
                    "\\udc00\\ud800",
                    "\\u0000",
                    "a\\u0000b",
                    "\\ufffe",
                    "\\uffff",
                    "x\\ufffey",
                    "\\ufeffhola",
                    "\\u0001\\u001f",
                    "\\u007f\\u0085",
                    "\\u202ehola\\u202c",
                    "\\u200f\\u200e",
                    "e\\u0301\\u0301\\u0301",
                    "\\u200d\\u200d",
                    "\uD83D\uDC68\u200D\uD83D\uDC69",
                    "\\u2028\\u2029",
                    "\\r\\n\\r\\n",
                    "\\t",
                    "%00",
                    "../../etc/passwd",
                    "{0}",
                    "${jndi:x}",
                    "%s%n",
                    "<b>",
                    "'; DROP TABLE x; --",
                    "P#demo#C#x",
                    "\\\\",
                    "\\\"",
                    "\\ud83d\\udc4d",
                    "\u0130\u0131\u00DF\uFB03",
                    "\\ud834\\udd1e",
                    "-1",
                    "1e400",
                    "0x7f",
                    "wamid.",
                    "99999999999999999999",
                    "31/12/9999 25:61",
                    "el 31 de febrero a las 99",
                    "mañana a las 0:00",
                    "+",
                    "0",
                    "STOP",
                    "si",
                    "cancelar",
                    "quiero cita 0/0/0",
                    "a las 10 a las 10 a las 10");

    private Odd() {}

    static String value(RandomGenerator random) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> one(PLAIN, random);
            case 3, 4 -> number(random);
            case 5, 6, 7 -> '"' + one(TEXTS, random) + '"';
            case 8 -> '"' + repeated(random) + '"';
            default -> nested(random);
        };
    }

    /** Small ones often; one that fills a queue message or a table's item now and then. */
    static int size(RandomGenerator random) {
        return switch (random.nextInt(40)) {
            case 0 -> random.nextInt(400_000);
            case 1, 2, 3 -> random.nextInt(70_000);
            case 4, 5, 6, 7, 8, 9 -> random.nextInt(5000);
            default -> random.nextInt(300);
        };
    }

    private static String number(RandomGenerator random) {
        if (random.nextInt(8) == 0) {
            return "1" + "0".repeat(random.nextInt(1200));
        }
        return random.nextInt(4) == 0
                ? Long.toString(random.nextLong())
                : '"' + one(NUMBERS, random) + '"';
    }

    /** Outside of a text, a number is one of JSON's. */
    static String bareNumber(RandomGenerator random) {
        return one(NUMBERS, random);
    }

    static String text(RandomGenerator random) {
        return one(TEXTS, random);
    }

    private static String repeated(RandomGenerator random) {
        String piece = random.nextBoolean() ? one(TEXTS, random) : "x";
        return piece.repeat(1 + size(random) / piece.length());
    }

    private static String nested(RandomGenerator random) {
        int deep = 1 + random.nextInt(random.nextInt(4) == 0 ? 1100 : 60);
        return switch (random.nextInt(4)) {
            case 0 -> "[".repeat(deep) + "]".repeat(deep);
            case 1 -> "{\"a\":".repeat(deep) + "1" + "}".repeat(deep);
            case 2 -> "[" + "{},".repeat(size(random) / 3) + "0]";
            default -> "[" + "1,".repeat(size(random) / 2) + "1]";
        };
    }

    static <T> T one(List<T> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }
}
