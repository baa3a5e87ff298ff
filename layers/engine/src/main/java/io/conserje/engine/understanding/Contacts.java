package io.conserje.engine.understanding;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how somebody can be reached. Every repetition is bounded: a text of any kind is quick. */
final class Contacts {
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,4}");

    private static final Pattern PHONE =
            Pattern.compile("(?<![\\d:/])(?:\\+|00)?\\(?\\d(?:[ ().-]{0,2}\\d){6,14}(?![\\d:/])");

    private static final Pattern DATE =
            Pattern.compile("\\d{4}[-. ]\\d{1,2}[-. ]\\d{1,2}|\\d{1,2}[-. ]\\d{1,2}[-. ]\\d{4}");

    private Contacts() {}

    static Optional<String> email(Utterance said) {
        if (said.raw().indexOf('@') < 0) {
            return Optional.empty();
        }
        Matcher found = EMAIL.matcher(said.raw());
        if (!found.find()) {
            return Optional.empty();
        }
        said.takeChars(found.start(), found.end(), Utterance.CONTACT);
        return Optional.of(found.group());
    }

    static Optional<String> phone(Utterance said) {
        Matcher found = PHONE.matcher(said.raw());
        while (found.find()) {
            String written = found.group();
            String digits = written.replaceAll("\\D", "");
            if (digits.length() < 8 || DATE.matcher(written).matches()) {
                continue;
            }
            said.takeChars(found.start(), found.end(), Utterance.CONTACT);
            return Optional.of(inFull(written, digits));
        }
        return Optional.empty();
    }

    private static String inFull(String written, String digits) {
        if (written.startsWith("+")) {
            return "+" + digits;
        }
        return digits.startsWith("00") ? "+" + digits.substring(2) : digits;
    }
}
