package io.conserje.local.runtime;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.conserje.aws.Env;
import io.conserje.local.template.Function;
import io.conserje.local.template.Template;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Some functions of a template, each made once, with what stands in for the services. */
public final class HandlerSet implements AutoCloseable {
    private final Map<String, Object> handlers = new HashMap<>();

    /**
     * @param ids of the functions
     * @param substitutes what a function's context gets, by the function's environment
     */
    public HandlerSet(
            Template template,
            Collection<String> ids,
            java.util.function.Function<Env, List<Object>> substitutes) {
        ids.forEach(id -> handlers.put(id, make(template.function(id), substitutes)));
    }

    private static Object make(
            Function function, java.util.function.Function<Env, List<Object>> substitutes) {
        Map<String, String> variables = new HashMap<>(function.environment());
        variables.put("AWS_REGION", "eu-west-1");
        Env env = name -> Optional.ofNullable(variables.get(name));
        return Handlers.make(function.handler(), env, substitutes.apply(env));
    }

    public boolean has(String functionId) {
        return handlers.containsKey(functionId);
    }

    /** As Lambda calls it: JSON in, JSON out. */
    public HandlerMethod method(String functionId) {
        return HandlerMethod.of(handler(functionId));
    }

    /** With the event as the handler declares it. */
    @SuppressWarnings("unchecked") // each handler gets the event of its own kind
    public RequestHandler<Object, Object> of(String functionId) {
        return (RequestHandler<Object, Object>) handler(functionId);
    }

    private Object handler(String functionId) {
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
}
