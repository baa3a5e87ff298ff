package io.conserje.local.command;

import io.conserje.application.audit.Findings;
import io.conserje.application.audit.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an audit found, in lines. The names of rules, and what is wrong with which ids, are not
 * translated.
 */
final class FindingsPage {
    private final Texts texts;

    FindingsPage(Texts texts) {
        this.texts = texts;
    }

    List<String> lines(Findings findings) {
        List<String> lines = new ArrayList<>(counts(findings.counts()));
        findings.violations().forEach(one -> lines.add(line(one)));
        return lines;
    }

    List<String> counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> texts.say("audit.count", words(entry.getKey()), entry.getValue()))
                .toList();
    }

    String line(Violation one) {
        String promise = texts.say("audit.promise." + one.promise());
        return one.conversation()
                .map(where -> texts.say("audit.violation-in", promise, where, one.what()))
                .orElseGet(() -> texts.say("audit.violation", promise, one.what()));
    }

    /** Of {@code heard: left unanswered: a rule} the rule is a name. */
    private String words(String what) {
        int end = what.length();
        while (end > 0) {
            Optional<String> known = texts.find("audit.what." + key(what.substring(0, end)));
            if (known.isPresent()) {
                return known.get() + what.substring(end);
            }
            end = what.lastIndexOf(": ", end - 1);
        }
        return what;
    }

    private static String key(String words) {
        return words.replaceAll("[^A-Za-z]+", "-");
    }
}
