package io.conserje.local.simulation.cloud;

import java.util.function.Supplier;

/** The way from a caller to a service and back, on which time goes by and things go wrong. */
public interface Line {
    /** Where nothing goes wrong and no time goes by. */
    Line STRAIGHT =
            new Line() {
                @Override
                public <T> T call(String operation, boolean onceOnly, Supplier<T> effect) {
                    return effect.get();
                }
            };

    /**
     * @param operation for a trace
     * @param onceOnly whether the service tells a repetition of the same call by the client
     *     library, so that it has its effect once
     */
    <T> T call(String operation, boolean onceOnly, Supplier<T> effect);
}
