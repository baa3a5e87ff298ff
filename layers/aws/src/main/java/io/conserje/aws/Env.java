package io.conserje.aws;

import java.util.Optional;

/**
 * The variables that the deployment template gives a function. The only way to them, so that one
 * process can host several functions, each with its own.
 */
@FunctionalInterface
public interface Env {
    Optional<String> get(String name);
}
