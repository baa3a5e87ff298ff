package io.conserje.local.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run with faults showed.
 *
 * @param messages that customers sent
 * @param said messages of ours
 * @param accepted those that a provider took, each exactly once
 * @param parked those that wait for a person to look, because a provider may have them
 * @param failed those that a provider refused, or that we did
 * @param reasons how often each was told, of all that were not accepted
 */
public record FaultsReport(
        Duration took,
        int conversations,
        int messages,
        int said,
        int accepted,
        int parked,
        int failed,
        Map<String, Integer> reasons) {

    public FaultsReport {
        reasons = new TreeMap<>(reasons);
    }

    static FaultsReport empty(Duration took) {
        return new FaultsReport(took, 0, 0, 0, 0, 0, 0, Map.of());
    }

    FaultsReport with(FaultsReport more) {
        Map<String, Integer> all = new TreeMap<>(reasons);
        more.reasons.forEach((why, times) -> all.merge(why, times, Integer::sum));
        return new FaultsReport(
                took,
                conversations + more.conversations,
                messages + more.messages,
                said + more.said,
                accepted + more.accepted,
                parked + more.parked,
                failed + more.failed,
                all);
    }

    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT,
                        "%d conversations, %d messages heard, %d of ours in %.1f s: %d accepted exactly once, %d parked,"
                                + " %d failed or refused; none lost, none doubled, in order in every conversation",
                        conversations,
                        messages,
                        said,
                        took.toMillis() / 1000.0,
                        accepted,
                        parked,
                        failed)
                + reasons.entrySet().stream()
                        .map(entry -> "\n  " + entry.getValue() + " x " + entry.getKey())
                        .collect(Collectors.joining());
    }
}
