package io.conserje.local.bench;

import java.time.Duration;
import java.util.Locale;

/**
 * What a run with faults showed.
 *
 * @param messages that customers sent
 * @param said messages of ours
 * @param accepted those that a provider took, each exactly once
 * @param parked those that wait for a person to look, because a provider may have them
 * @param failed those that a provider refused, or that we did
 */
public record FaultsReport(
        Duration took,
        int conversations,
        int messages,
        int said,
        int accepted,
        int parked,
        int failed) {

    static FaultsReport empty(Duration took) {
        return new FaultsReport(took, 0, 0, 0, 0, 0, 0);
    }

    FaultsReport with(FaultsReport more) {
        return new FaultsReport(
                took,
                conversations + more.conversations,
                messages + more.messages,
                said + more.said,
                accepted + more.accepted,
                parked + more.parked,
                failed + more.failed);
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
                failed);
    }
}
