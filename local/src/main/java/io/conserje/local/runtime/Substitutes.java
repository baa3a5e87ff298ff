package io.conserje.local.runtime;

import io.conserje.aws.Env;
import java.util.List;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** What a host puts in the place of what a function would make for itself. */
@FunctionalInterface
public interface Substitutes {
    Substitutes NONE = (functionId, env, guards) -> List.of();

    /**
     * @param functionId as the template names it
     * @param guards for clients that take the place of the function's own
     */
    List<Object> of(String functionId, Env env, List<ExecutionInterceptor> guards);
}
