package io.conserje.local.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * How some customers' messages fared.
 *
 * @param inPerSecond that were acknowledged, from the beginning to the last of them
 * @param outPerSecond answers that the provider took for them, from the beginning to the last
 * @param answer from each webhook's post to its answer
 * @param answerSinceDue the same, from when the message was due to leave
 * @param send from each webhook's first post until the provider took the answer
 * @param sendSinceDue the same, from when the message was due to leave
 * @param unanswered messages whose answer the provider did not take
 */
public record LoadFigures(
        int messages,
        double inPerSecond,
        double outPerSecond,
        Latencies answer,
        Latencies answerSinceDue,
        Latencies send,
        Latencies sendSinceDue,
        int unanswered) {

    static LoadFigures of(List<Journey> all, long begun) {
        List<Journey> answered = all.stream().filter(one -> one.said().isPresent()).toList();
        List<Long> answers =
                answered.stream().map(one -> one.said().orElseThrow()).distinct().toList();
        return new LoadFigures(
                all.size(),
                perSecond(all.stream().map(Journey::acknowledged).toList(), begun),
                perSecond(answers, begun),
                nanos(all, Journey::took),
                nanos(all, one -> one.acknowledged() - one.due()),
                nanos(answered, one -> one.said().orElseThrow() - one.posted()),
                nanos(answered, one -> one.said().orElseThrow() - one.due()),
                all.size() - answered.size());
    }

    private static Latencies nanos(List<Journey> all, ToLongFunction<Journey> nanos) {
        return Latencies.of(all.stream().mapToLong(nanos));
    }

    private static double perSecond(List<Long> moments, long begun) {
        Optional<Long> last = moments.stream().max(Long::compare);
        return last.map(end -> moments.size() * 1e9 / Math.max(1, end - begun)).orElse(0.0);
    }
}
