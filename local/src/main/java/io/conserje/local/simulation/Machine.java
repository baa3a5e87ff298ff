package io.conserje.local.simulation;

import io.conserje.application.Channels;
import io.conserje.application.Directory;
import io.conserje.application.KeepMedia;
import io.conserje.application.SecretStore;
import io.conserje.aws.AwsClients;
import io.conserje.aws.Crew;
import io.conserje.aws.Env;
import io.conserje.aws.HostClock;
import io.conserje.engine.Business;
import io.conserje.local.runtime.Handlers;
import io.conserje.local.template.Function;
import io.conserje.local.template.Template;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.Filing;
import io.conserje.model.ProjectId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The functions of the template, made once, on whatever world runs at the moment. They keep nothing
 * between invocations, so that one run leaves no trace in the next.
 */
final class Machine implements AutoCloseable {
    private final Map<String, Object> handlers = new HashMap<>();
    private final Scene scene;
    private volatile Optional<World> world = Optional.empty();

    Machine(Template template, Scene scene) {
        this.scene = scene;
        for (Function function : template.functions()) {
            if (scene.needs(function.id())) {
                handlers.put(function.id(), make(function));
            }
        }
    }

    private Object make(Function function) {
        Map<String, String> variables = new HashMap<>(function.environment());
        variables.put("AWS_REGION", "eu-west-1");
        Env env = new Variables(Map.copyOf(variables));
        return Handlers.make(
                function.handler(),
                env,
                List.of(
                        new Clients(env),
                        (HostClock) () -> world().clock(),
                        (RandomGenerator) () -> world().random().nextLong(),
                        (Crew) () -> world().crew(),
                        (SecretStore) account -> name -> "secret",
                        new Profiles(),
                        (KeepMedia)
                                (media, account, arrivedAt, now) ->
                                        new Filing.Refused(Filing.Cause.GONE, "no files here"),
                        new Channels(
                                Stream.of(
                                        new SimulatedChannel(Scene.PROVING, true, this::world),
                                        new SimulatedChannel(Scene.SILENT, false, this::world)))));
    }

    void enter(World next) {
        world = Optional.of(next);
    }

    private World world() {
        return world.orElseThrow(() -> new IllegalStateException("no world runs"));
    }

    Object of(String functionId) {
        return Optional.ofNullable(handlers.get(functionId))
                .orElseThrow(() -> new IllegalArgumentException("no function " + functionId));
    }

    @Override
    public void close() {
        for (Object handler : handlers.values()) {
            if (handler instanceof AutoCloseable closeable) {
                try {
                    closeable.close();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private record Variables(Map<String, String> all) implements Env {
        @Override
        public Optional<String> get(String name) {
            return Optional.ofNullable(all.get(name));
        }
    }

    private final class Clients extends AwsClients {
        Clients(Env env) {
            super(env);
        }

        @Override
        public DynamoDbClient dynamo() {
            return world().tables();
        }

        @Override
        public SqsClient sqs() {
            return world().queues();
        }
    }

    private final class Profiles implements Directory {
        @Override
        public Optional<Account> account(AccountRef ref) {
            return scene.account(ref);
        }

        @Override
        public Optional<Business> business(ProjectId project) {
            return scene.business(project);
        }

        @Override
        public List<ProjectId> projects() {
            return List.of(scene.business().project());
        }
    }
}
