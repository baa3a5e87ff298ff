package io.conserje.application.audit;

import io.conserje.application.audit.Violation.Promise;
import io.conserje.model.ConversationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks whether the promises were kept. */
public final class Audit {
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();

    private Audit() {}

    /**
     * @param outside empty where nobody plays the providers
     * @param now what is kept until then is over
     */
    public static Findings of(Evidence evidence, Optional<Outside> outside, Instant now) {
        Audit audit = new Audit();
        new HeardChecks(evidence, now, audit).run();
        new SaidChecks(evidence, audit).run();
        outside.ifPresent(they -> new OutsideChecks(evidence, they, audit).run());
        new DiaryChecks(evidence, now, audit).run();
        audit.count("under way", evidence.queues().underWay());
        audit.count("in dead-letter queues", evidence.queues().parked().size());
        return new Findings(audit.violations, audit.counts);
    }

    void count(String what, long many) {
        counts.merge(what, many, Long::sum);
    }

    void broken(Promise promise, ConversationId conversation, String what) {
        violations.add(new Violation(promise, Optional.of(conversation), what));
    }

    void broken(Promise promise, String what) {
        violations.add(new Violation(promise, Optional.empty(), what));
    }
}
