package io.conserje.local.runtime.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.conserje.aws.Env;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import java.io.Closeable;
import java.util.Map;

/** Made with a context of its own; tells the variable that it is asked for. */
public final class FromContext
        implements RequestHandler<Map<String, String>, Map<String, String>>, Closeable {
    private final ApplicationContext context;

    public FromContext(ApplicationContextBuilder builder) {
        this.context = builder.start();
    }

    @Override
    public Map<String, String> handleRequest(Map<String, String> event, Context invocation) {
        String name = event.getOrDefault("name", "");
        return Map.of("value", context.getBean(Env.class).get(name).orElse("none"));
    }

    @Override
    public void close() {
        context.close();
    }
}
