package io.conserje.aws;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.env.Environment;

/**
 * The bean context that every function starts with, wherever it runs. The framework's own for
 * Lambda makes every bean there is at once; ours makes those that the handler asks for, so that
 * each function needs only the variables and permissions of what it does. They are still made
 * before the snapshot, because the handler is.
 */
public final class FunctionContext {
    private FunctionContext() {}

    public static ApplicationContextBuilder builder() {
        return ApplicationContext.builder(Environment.FUNCTION)
                .deduceEnvironment(false)
                .deduceCloudEnvironment(false)
                .banner(false);
    }
}
