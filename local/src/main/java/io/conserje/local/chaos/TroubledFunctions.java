package io.conserje.local.chaos;

import io.conserje.aws.Env;
import io.conserje.local.runtime.Substitutes;
import io.conserje.model.TheOutsideWorld;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

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
    public List<Object> of(String functionId, Env env, List<ExecutionInterceptor> guards) {
        return trouble.equals(ServiceTrouble.NONE)
                ? List.of()
                : List.of(
                        new TroubledClients(
                                env,
                                guards,
                                this::now,
                                InstantSource.system(),
                                new SecureRandom()));
    }
}
