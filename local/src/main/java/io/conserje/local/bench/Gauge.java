package io.conserje.local.bench;

/** One reading of something that a load may be too much for. */
public sealed interface Gauge {
    /** What it is a reading of: the same for all its readings. */
    String name();

    /** 1 is full. */
    double load();

    /** How much waits for it; where nothing does, or nobody counts, none. */
    default int waiting() {
        return 0;
    }

    default boolean full() {
        return load() >= 1;
    }

    /**
     * @param all the share of the machine's processors that is busy, 0 to 1
     * @param ours the share that this process keeps busy
     */
    record Processor(double all, double ours) implements Gauge {
        private static final double FULL = 0.9;

        @Override
        public String name() {
            return "processor";
        }

        @Override
        public double load() {
            return all / FULL;
        }
    }

    /**
     * @param running invocations of the function that consumes it
     * @param most as many as the mapping lets run at once
     * @param waiting messages that nobody has taken
     * @param capacity as many messages as those invocations could take at once
     */
    record Consumer(String queue, String function, int running, int most, int waiting, int capacity)
            implements Gauge {
        @Override
        public String name() {
            return queue;
        }

        @Override
        public double load() {
            // One conversation's messages wait for each other, with one function at work and the
            // others free; with half of them at work, what waits is too much for them.
            double atWork = (double) running / most;
            return waiting < capacity ? atWork : Math.min(2 * atWork, (double) waiting / capacity);
        }
    }

    /**
     * @param limit as many a second as the provider lets the account send
     */
    record AccountPace(double perSecond, double limit) implements Gauge {
        private static final double FULL = 0.9;

        @Override
        public String name() {
            return "pace";
        }

        @Override
        public double load() {
            return perSecond / (FULL * limit);
        }
    }

    /**
     * @param open webhooks that are due and nobody has acknowledged yet; one customer's, who is
     *     told to write more than anybody takes, are not among them
     */
    record Posts(long open) implements Gauge {
        /** As many as the emulated provider has on their way at once. */
        private static final int MOST = 64;

        @Override
        public String name() {
            return "posts";
        }

        @Override
        public double load() {
            return (double) open / MOST;
        }
    }
}
