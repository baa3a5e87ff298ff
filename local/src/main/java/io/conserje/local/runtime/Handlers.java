package io.conserje.local.runtime;

import io.conserje.aws.Env;
import io.conserje.aws.FunctionContext;
import io.micronaut.context.ApplicationContextBuilder;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Objects;

/** Makes a handler from its name in the template. */
public final class Handlers {
    private Handlers() {}

    /**
     * A public constructor that takes an {@link ApplicationContextBuilder} gets one that carries
     * the function's own {@link Env}, so that several functions live in one process. Any other
     * handler is made by its constructor without arguments.
     *
     * @param name {@code package.Class} or {@code package.Class::handleRequest}
     * @param more what its context gets beside the environment
     */
    public static Object make(String name, Env env, List<Object> more) {
        String[] parts = name.split("::", 2);
        if (parts.length == 2 && !parts[1].equals("handleRequest")) {
            throw new IllegalArgumentException(
                    "Handler "
                            + name
                            + ": only handleRequest of Lambda's interfaces is called here");
        }
        try {
            return make(Class.forName(parts[0]), env, more);
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException("There is no handler class " + parts[0], missing);
        }
    }

    private static Object make(Class<?> type, Env env, List<Object> more) {
        try {
            return type.getConstructor(ApplicationContextBuilder.class)
                    .newInstance(
                            FunctionContext.builder().singletons(env).singletons(more.toArray()));
        } catch (NoSuchMethodException plain) {
            return plain(type);
        } catch (InvocationTargetException failed) {
            throw failed(type, Objects.requireNonNullElse(failed.getCause(), failed));
        } catch (ReflectiveOperationException failed) {
            throw failed(type, failed);
        }
    }

    private static Object plain(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (InvocationTargetException failed) {
            throw failed(type, Objects.requireNonNullElse(failed.getCause(), failed));
        } catch (ReflectiveOperationException failed) {
            throw failed(type, failed);
        }
    }

    private static IllegalStateException failed(Class<?> type, Throwable cause) {
        return new IllegalStateException(
                "Handler " + type.getName() + " cannot be made: " + cause.getMessage(), cause);
    }
}
