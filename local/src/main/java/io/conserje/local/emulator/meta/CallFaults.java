package io.conserje.local.emulator.meta;

import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Faults;
import io.conserje.local.emulator.meta.GraphAnswer.Stalled;
import java.util.function.Supplier;

/** Lets a call meet the faults that were dialled. */
final class CallFaults {
    private final Supplier<FaultDial> dial;

    CallFaults(Supplier<FaultDial> dial) {
        this.dial = dial;
    }

    /**
     * @param key names the call in the run
     * @param call has its effect when it is asked for its answer
     */
    GraphAnswer meet(String key, Supplier<GraphAnswer> call) {
        Faults faults = dial.get().faults(key);
        if (faults.throttled()) {
            return GraphAnswer.error(GraphError.tooManyCalls());
        }
        if (faults.error()) {
            return GraphAnswer.error(GraphError.passing(faults.dice()));
        }
        return switch (faults.stall()) {
            case NONE -> call.get().late(faults.delay());
            case BEFORE -> new Stalled(() -> {});
            case AFTER -> new Stalled(call.get().afterwards());
        };
    }
}
