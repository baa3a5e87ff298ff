package io.conserje.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * One message that a customer is going to send, whether or not the others were answered by then: a
 * slow system does not slow its own load.
 *
 * @param afterNanos since its phase began
 */
record Due(long afterNanos, String customer, String text) {
    private static final int FIRST = 60_000_001;

    /** Many customers, of whom each writes a few times; as far apart as strangers' calls are. */
    static List<Due> spread(
            double rate, Duration lasts, Customers customers, RandomGenerator dice) {
        List<Due> all = new ArrayList<>();
        double at = 0;
        while (true) {
            at += -Math.log(1 - dice.nextDouble()) / rate * 1e9;
            if (at >= lasts.toNanos()) {
                return all;
            }
            String question = Crowd.QUESTIONS.get(dice.nextInt(Crowd.QUESTIONS.size()));
            all.add(new Due((long) at, customers.any(dice), question));
        }
    }

    static List<Due> together(List<Due> some, List<Due> others) {
        return Stream.concat(some.stream(), others.stream())
                .sorted(Comparator.comparingLong(Due::afterNanos))
                .toList();
    }

    /** So many customers, whom nobody else is among. */
    record Customers(int first, int many) {
        /** Each writes about three times. */
        static Customers of(int first, double rate, Duration lasts) {
            return new Customers(first, Math.max(1, (int) (rate * lasts.toSeconds() / 3)));
        }

        String any(RandomGenerator dice) {
            return name(first + dice.nextInt(many));
        }

        int next() {
            return first + many;
        }

        static String name(int number) {
            return "507" + (FIRST + number);
        }
    }
}
