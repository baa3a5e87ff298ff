package io.conserje.local.fuzz;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.conserje.application.Channels;
import io.conserje.application.Directory;
import io.conserje.application.KeepMedia;
import io.conserje.application.SecretStore;
import io.conserje.aws.AwsClients;
import io.conserje.aws.Crew;
import io.conserje.aws.Env;
import io.conserje.aws.HostClock;
import io.conserje.local.runtime.HandlerMethod;
import io.conserje.local.runtime.Handlers;
import io.conserje.local.template.Function;
import io.conserje.model.Filing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The functions as they are deployed, made once, on whatever stores are there at the moment. */
final class Machine implements AutoCloseable {
    private static final List<String> NEEDED =
            List.of("MessagingFunction", "ConversationFunction", "ReceiptsFunction");

    private final Map<String, Object> handlers = new HashMap<>();
    private final Map<String, HandlerMethod> methods = new HashMap<>();
    private volatile Optional<Stores> stores = Optional.empty();
    private volatile RandomGenerator random = new SplittableRandom(0);

    Machine(Desk desk, Channels channels) {
        for (String id : NEEDED) {
            Object handler = make(desk.template().function(id), desk, channels);
            handlers.put(id, handler);
            methods.put(id, HandlerMethod.of(handler));
        }
    }

    private Object make(Function function, Desk desk, Channels channels) {
        Map<String, String> variables = new HashMap<>(function.environment());
        variables.put("AWS_REGION", "eu-west-1");
        Env env = name -> Optional.ofNullable(variables.get(name));
        return Handlers.make(
                function.handler(),
                env,
                List.of(
                        new Clients(env),
                        (HostClock) () -> Desk.NOW,
                        (RandomGenerator) () -> random.nextLong(),
                        (Crew) OnThisThread::new,
                        (SecretStore) Desk::secrets,
                        (Directory) desk,
                        (KeepMedia)
                                (media, account, arrivedAt, now) ->
                                        new Filing.Refused(Filing.Cause.GONE, "no files here"),
                        channels));
    }

    /** From here on, everything happens there. */
    void enter(Stores next) {
        stores = Optional.of(next);
        random = new SplittableRandom(1);
    }

    /** As Lambda calls it: JSON in, JSON out. */
    byte[] call(String functionId, byte[] event, Context context) throws Exception {
        return Optional.ofNullable(methods.get(functionId)).orElseThrow().call(event, context);
    }

    @SuppressWarnings("unchecked") // each handler gets the event of its own kind
    RequestHandler<Object, Object> consumer(String functionId) {
        return (RequestHandler<Object, Object>)
                Optional.ofNullable(handlers.get(functionId)).orElseThrow();
    }

    boolean has(String functionId) {
        return handlers.containsKey(functionId);
    }

    private Stores stores() {
        return stores.orElseThrow(() -> new IllegalStateException("no case is played"));
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

    private final class Clients extends AwsClients {
        Clients(Env env) {
            super(env);
        }

        @Override
        public DynamoDbClient dynamo() {
            return stores().tables();
        }

        @Override
        public SqsClient sqs() {
            return stores().queues();
        }
    }
}
