package io.conserje.local.simulation;

import io.conserje.local.simulation.cloud.Line;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Between a process and everything that is not in it: time goes by, and things go wrong. */
final class Network implements Line {
    private final Schedule schedule;
    private final RandomGenerator random;
    private final Trace trace;
    private final Weather drawn;
    private Weather weather;

    Network(Schedule schedule, RandomGenerator random, Trace trace, Weather weather) {
        this.schedule = schedule;
        this.random = random;
        this.trace = trace;
        this.drawn = weather;
        this.weather = weather;
    }

    /** From here on nothing goes wrong any more. */
    void heal() {
        weather = Weather.FAIR;
    }

    /** As it was before everything was well again. */
    Weather drawn() {
        return drawn;
    }

    Weather weather() {
        return weather;
    }

    @Override
    public <T> T call(String operation, boolean onceOnly, Supplier<T> effect) {
        Process process = Strand.current().process();
        travel(process);
        if (happens(weather.away(), process)) {
            trace.note(process, operation + ": away");
            throw SdkClientException.create(operation + ": nobody answers");
        }
        if (happens(weather.late(), process)) {
            trace.note(process, operation + ": it will be late");
            schedule.after(
                    Duration.ofMillis(random.nextInt(60_000)), () -> late(operation, effect));
            throw SdkClientException.create(operation + ": nobody answers in time");
        }
        T answer = happen(process, operation, onceOnly, effect);
        travel(process);
        if (happens(weather.lost(), process)) {
            trace.note(process, operation + ": the answer is lost");
            throw SdkClientException.create(operation + ": the answer is lost");
        }
        return answer;
    }

    /** Nobody waits for what becomes of it. */
    private void late(String operation, Supplier<?> effect) {
        try {
            trace.note("late  " + operation + ": " + effect.get().getClass().getSimpleName());
        } catch (SdkException refused) {
            trace.note("late  " + operation + ": " + refused.getClass().getSimpleName());
        }
    }

    private <T> T happen(Process process, String operation, boolean onceOnly, Supplier<T> effect) {
        try {
            T answer = effect.get();
            trace.note(process, operation);
            if (!onceOnly && happens(weather.repeats(), process)) {
                trace.note(process, operation + ": once more");
                return effect.get();
            }
            return answer;
        } catch (RuntimeException refused) {
            trace.note(process, operation + ": " + refused.getClass().getSimpleName());
            throw refused;
        }
    }

    /** A step of the way; the process may not live to see the end of it. */
    void travel(Process process) {
        if (happens(weather.dies(), process)) {
            trace.note(process, "dies");
            process.kill();
            throw new Crash();
        }
        Strand.current().await(latency(process));
    }

    private Duration latency(Process process) {
        if (!happens(weather.stalls(), process)) {
            return Duration.ofMillis(1 + random.nextInt(12));
        }
        boolean endless = weather.zombies() && random.nextInt(6) == 0;
        return endless
                ? Duration.ofSeconds(60 + random.nextInt(1200))
                : Duration.ofMillis(1000 + random.nextInt(30_000));
    }

    boolean happens(double probability, Process process) {
        return happens(probability) && (weather.receiptsFail() || !process.hearsReceipts());
    }

    boolean happens(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    Schedule schedule() {
        return schedule;
    }
}
