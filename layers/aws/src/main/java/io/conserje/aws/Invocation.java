package io.conserje.aws;

import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.function.aws.DefaultLambdaContextFactory;
import io.micronaut.function.aws.LambdaContextFactory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What Lambda tells about the call that runs on this thread. It takes the place of the framework's
 * own (micronaut-function-aws 4.11.0), which adds two bean definitions to the context with every
 * call and never takes them away, so that a function grows slower as it lives.
 */
@Singleton
@Replaces(DefaultLambdaContextFactory.class)
public final class Invocation implements LambdaContextFactory {
    private final ThreadLocal<Context> context = new ThreadLocal<>();

    @Override
    public void registerSingletons(Context now) {
        context.set(now);
    }

    /** How long the call may still take, for any thread that works for it. */
    public Supplier<Duration> remaining() {
        Context now = context.get();
        return () -> Duration.ofMillis(now.getRemainingTimeInMillis());
    }
}
