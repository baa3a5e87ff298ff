package io.conserje.local.simulation;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.conserje.application.Channels;
import io.conserje.application.Directory;
import io.conserje.application.KeepMedia;
import io.conserje.application.SecretStore;
import io.conserje.aws.Crew;
import io.conserje.aws.Env;
import io.conserje.aws.HostClock;
import io.conserje.local.runtime.HandlerSet;
import io.conserje.local.simulation.cloud.CloudClients;
import io.conserje.model.Filing;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The functions of the template, made once, on whatever world runs at the moment. They keep nothing
 * between invocations, so that one run leaves no trace in the next.
 */
final class Machine implements AutoCloseable {
    private final HandlerSet functions;
    private volatile Optional<World> world = Optional.empty();

    Machine(Scene scene) {
        this.functions =
                new HandlerSet(scene.template(), Scene.FUNCTIONS, env -> substitutes(env, scene));
    }

    private List<Object> substitutes(Env env, Scene scene) {
        return List.of(
                new CloudClients(env, () -> world().tables(), () -> world().queues()),
                (HostClock) () -> world().clock(),
                (RandomGenerator) () -> world().random().nextLong(),
                (Crew) () -> world().crew(),
                (SecretStore) account -> name -> "secret",
                (Directory) scene.directory(),
                (KeepMedia)
                        (media, account, arrivedAt, now) ->
                                new Filing.Refused(Filing.Cause.GONE, "no files here"),
                new Channels(
                        Stream.of(
                                new SimulatedChannel(Scene.PROVING, true, this::world),
                                new SimulatedChannel(Scene.SILENT, false, this::world))));
    }

    void enter(World next) {
        world = Optional.of(next);
    }

    private World world() {
        return world.orElseThrow(() -> new IllegalStateException("no world runs"));
    }

    RequestHandler<Object, Object> of(String functionId) {
        return functions.of(functionId);
    }

    @Override
    public void close() {
        functions.close();
    }
}
