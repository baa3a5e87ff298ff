package io.conserje.local.fuzz;

import java.util.List;

/**
 * What came of a case.
 *
 * @param findings what should not have happened; empty when all was well
 * @param answers what each request was answered with
 * @param kept how many messages were acknowledged, and are stored
 */
public record Verdict(List<String> findings, List<Integer> answers, int kept) {
    public Verdict {
        findings = List.copyOf(findings);
        answers = List.copyOf(answers);
    }

    public boolean isWell() {
        return findings.isEmpty();
    }
}
