package io.conserje.local.runtime;

import io.conserje.aws.Env;
import java.util.List;

/** What a host puts in the place of what a function would make for itself. */
@FunctionalInterface
public interface Substitutes {
    Substitutes NONE = (functionId, env) -> List.of();

    /**
     * @param functionId as the template names it
     */
    List<Object> of(String functionId, Env env);
}
