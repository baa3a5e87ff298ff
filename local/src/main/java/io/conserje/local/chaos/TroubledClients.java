package io.conserje.local.chaos;

import io.conserje.aws.AwsClients;
import io.conserje.aws.Env;
import io.conserje.local.chaos.ServiceTrouble.Service;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Clients of services that are away now and then. Neither the functions nor the SDK know. */
final class TroubledClients extends AwsClients {
    private static final Set<String> NO_CALLS = Set.of("close", "serviceName", "toString");

    private final Supplier<ServiceTrouble> trouble;
    private final InstantSource clock;
    private final RandomGenerator random;

    TroubledClients(
            Env env,
            List<ExecutionInterceptor> guards,
            Supplier<ServiceTrouble> trouble,
            InstantSource clock,
            RandomGenerator random) {
        super(env, guards);
        this.trouble = trouble;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public DynamoDbClient dynamo() {
        return troubled(DynamoDbClient.class, super.dynamo(), Service.TABLE);
    }

    @Override
    public SqsClient sqs() {
        return troubled(SqsClient.class, super.sqs(), Service.QUEUE);
    }

    private <T> T troubled(Class<T> type, T client, Service service) {
        InvocationHandler handler = (proxy, method, args) -> call(client, method, args, service);
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object call(Object client, Method method, Object[] args, Service service)
            throws Throwable {
        if (NO_CALLS.contains(method.getName())
                || !trouble.get().isAway(service, clock.instant())) {
            return really(client, method, args);
        }
        boolean takesEffect = random.nextBoolean();
        if (takesEffect) {
            Object unused = really(client, method, args);
        }
        throw failure(service, takesEffect);
    }

    private static SdkException failure(Service service, boolean takesEffect) {
        if (service == Service.TABLE && !takesEffect) {
            return ProvisionedThroughputExceededException.builder()
                    .message("the table is throttled")
                    .build();
        }
        return SdkClientException.create("the " + service + " does not answer");
    }

    private static Object really(Object client, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(client, args);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
