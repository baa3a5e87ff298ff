package io.conserje.local.eval;

import io.conserje.engine.understanding.Hearing;
import io.conserje.engine.understanding.Reading;
import io.conserje.local.eval.Verdict.Kind;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/** Tries every case. */
public final class Evaluation {
    /** A Tuesday morning: what is wanted with a sentence does not hang on it. */
    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 11, 24, 10, 0);

    private final Subjects subjects;

    public Evaluation(Subjects subjects) {
        this.subjects = subjects;
    }

    public List<Verdict> of(Sets sets) {
        return Stream.of(
                        sets.sentences().stream().map(this::sentence),
                        sets.times().stream().map(this::time),
                        subjects.desks().stream().flatMap(desks -> dialogues(sets, desks)))
                .flatMap(verdicts -> verdicts)
                .toList();
    }

    private Verdict sentence(SentenceCase one) {
        Hearing hearing =
                new Hearing(
                        MORNING.atZone(subjects.zone(one.project())), one.language(), one.asked());
        Reading reading = subjects.understanding(one.project()).read(one.text(), hearing);
        String main =
                reading.intents().isEmpty() ? SentenceCase.NONE : reading.intents().getFirst();
        return new Verdict(
                Kind.INTENTS,
                one.language(),
                one.part(),
                one.id(),
                one.intents().contains(main),
                String.join("|", one.intents()),
                main,
                one.text(),
                1);
    }

    private Verdict time(TimeCase one) {
        Told told =
                Told.of(
                        subjects.times(one.text(), one.reckoning()).stream()
                                .filter(mention -> one.looksAt(mention.role()))
                                .toList());
        return new Verdict(
                Kind.TIMES,
                one.language(),
                one.part(),
                one.id(),
                one.isRight(told),
                String.join("|", one.days())
                        + " "
                        + String.join("|", one.clock())
                        + " "
                        + String.join("|", one.doubt()),
                told.toString(),
                one.text() + "  (" + one.reckoning().now() + ")",
                1);
    }

    private static Stream<Verdict> dialogues(Sets sets, Subjects.Desks desks) {
        return sets.dialogues().stream().map(one -> new DialogueTrial(one, desks).verdict());
    }
}
