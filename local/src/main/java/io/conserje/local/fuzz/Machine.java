package io.conserje.local.fuzz;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.conserje.application.Channels;
import io.conserje.application.Directory;
import io.conserje.application.KeepMedia;
import io.conserje.application.SecretStore;
import io.conserje.aws.Crew;
import io.conserje.aws.Env;
import io.conserje.aws.HostClock;
import io.conserje.local.runtime.HandlerMethod;
import io.conserje.local.runtime.HandlerSet;
import io.conserje.local.simulation.cloud.CloudClients;
import io.conserje.model.Filing;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The functions as they are deployed, made once, on whatever stores are there at the moment. */
final class Machine implements AutoCloseable {
    static final String FRONT = "MessagingFunction";

    private final HandlerSet functions;
    private final HandlerMethod front;
    private volatile Optional<Stores> stores = Optional.empty();
    private volatile RandomGenerator random = new SplittableRandom(0);

    Machine(Desk desk, Channels channels) {
        this.functions =
                new HandlerSet(
                        desk.template(),
                        List.of(FRONT, "ConversationFunction", "ReceiptsFunction"),
                        env -> substitutes(env, desk, channels));
        this.front = functions.method(FRONT);
    }

    private List<Object> substitutes(Env env, Desk desk, Channels channels) {
        return List.of(
                new CloudClients(env, () -> stores().tables(), () -> stores().queues()),
                (HostClock) () -> Desk.NOW,
                (RandomGenerator) () -> random.nextLong(),
                (Crew) OnThisThread::new,
                (SecretStore) Desk::secrets,
                (Directory) desk.directory(),
                (KeepMedia)
                        (media, account, arrivedAt, now) ->
                                new Filing.Refused(Filing.Cause.GONE, "no files here"),
                channels);
    }

    /** From here on, everything happens there. */
    void enter(Stores next) {
        stores = Optional.of(next);
        random = new SplittableRandom(1);
    }

    byte[] receive(byte[] event, Context context) throws Exception {
        return front.call(event, context);
    }

    RequestHandler<Object, Object> consumer(String functionId) {
        return functions.of(functionId);
    }

    boolean has(String functionId) {
        return functions.has(functionId);
    }

    private Stores stores() {
        return stores.orElseThrow(() -> new IllegalStateException("no case is played"));
    }

    @Override
    public void close() {
        functions.close();
    }
}
