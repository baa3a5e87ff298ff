package io.conserje.local.chaos;

import io.conserje.aws.Env;
import io.conserje.local.runtime.Substitutes;
import io.conserje.model.TheOutsideWorld;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** Every function's services are away now and then, once that has begun. */
@TheOutsideWorld
public final class TroubledFunctions implements Substitutes {
    private final ServiceTrouble trouble;
    private volatile boolean begun;

    public TroubledFunctions(ServiceTrouble trouble) {
        this.trouble = trouble;
    }

    /** What starts is left in peace until then: a start that fails shows nothing. */
    public void begin() {
        begun = true;
    }

    private ServiceTrouble now() {
        return begun ? trouble : ServiceTrouble.NONE;
    }

    @Override
    public List<Object> of(String functionId, Env env) {
        return trouble.equals(ServiceTrouble.NONE)
                ? List.of()
                : List.of(
                        new TroubledClients(
                                env, this::now, InstantSource.system(), new SecureRandom()));
    }
}
