package io.conserje.local.bench;

import io.conserje.application.Conversations.Status;
import io.conserje.local.bench.FaultsBench.Took;
import io.conserje.model.OutboundId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds what a provider took of one conversation against what is kept of it.
 *
 * @param said all that was to be said, in its order
 */
record OnceInOrder(String customer, List<Ledger.Said> said) {

    /**
     * @throws IllegalStateException when a message was lost, doubled or overtaken
     */
    FaultsReport hold(List<Took> taken, int heard) {
        List<Integer> places = new ArrayList<>();
        int doubtful = 0;
        for (Took took : taken) {
            Optional<Integer> place = place(took);
            if (place.isPresent()) {
                places.add(place.get());
            } else {
                doubtful++;
            }
        }
        Set<Integer> once = new HashSet<>(places);
        require(once.size() == places.size(), "a message was taken twice", taken);
        require(places.equals(places.stream().sorted().toList()), "one was overtaken", taken);
        long accepted = said.stream().filter(Ledger.Said::isAccepted).count();
        long parked = said.stream().filter(one -> one.status() == Status.PARKED).count();
        long visible = said.stream().filter(OnceInOrder::isVisible).count();
        require(accepted + visible == said.size(), "one has no end", taken);
        for (int i = 0; i < said.size(); i++) {
            boolean lost = said.get(i).isAccepted() && !once.contains(i);
            require(!lost, "one that was accepted never was", taken);
        }
        require(doubtful <= parked, "more was taken than is known of", taken);
        Map<String, Integer> reasons = new TreeMap<>();
        said.stream()
                .filter(one -> !one.isAccepted())
                .forEach(one -> reasons.merge(one.status() + ": " + one.why(), 1, Integer::sum));
        return new FaultsReport(
                Duration.ZERO,
                1,
                heard,
                said.size(),
                (int) accepted,
                (int) parked,
                (int) (visible - parked),
                reasons);
    }

    private static boolean isVisible(Ledger.Said one) {
        return switch (one.status()) {
            case PARKED, FAILED, REFUSED -> true;
            case QUEUED, SENDING, ACCEPTED, SENT, DELIVERED, READ, PLAYED -> false;
        };
    }

    /** By our own name where the provider gives it back, else by the provider's. */
    private Optional<Integer> place(Took took) {
        for (int i = 0; i < said.size(); i++) {
            OutboundId id = said.get(i).id();
            boolean named = took.ours().filter(id::equals).isPresent();
            String theirs = said.get(i).providerId();
            if (named || (took.ours().isEmpty() && isNamed(theirs, took.providerId()))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Telegram counts its messages per chat: our name of one is {@code chat:number}. */
    private boolean isNamed(String kept, String providerId) {
        return kept.equals(providerId) || kept.equals(customer + ":" + providerId);
    }

    private void require(boolean holds, String otherwise, List<Took> taken) {
        if (!holds) {
            throw new IllegalStateException(
                    "customer "
                            + customer
                            + ": "
                            + otherwise
                            + "; said "
                            + said
                            + ", taken "
                            + taken);
        }
    }
}
