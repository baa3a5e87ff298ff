package io.conserje.local.runtime;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what a class gives for the type parameters of a generic interface, however deep it
 * implements it.
 */
final class TypeArguments {
    private TypeArguments() {}

    static Type[] of(Class<?> type, Class<?> generic) {
        return find(type, generic, Map.of())
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                type.getName() + " does not say what it handles"));
    }

    private static Optional<Type[]> find(
            Type type, Class<?> generic, Map<TypeVariable<?>, Type> known) {
        return switch (type) {
            case ParameterizedType is when is.getRawType() == generic ->
                    Optional.of(given(is, known));
            case ParameterizedType is ->
                    above((Class<?>) is.getRawType(), generic, bind(is, known));
            case Class<?> is -> above(is, generic, known);
            default -> Optional.empty();
        };
    }

    private static Optional<Type[]> above(
            Class<?> type, Class<?> generic, Map<TypeVariable<?>, Type> known) {
        return Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()),
                        Arrays.stream(type.getGenericInterfaces()))
                .flatMap(parent -> find(parent, generic, known).stream())
                .findFirst();
    }

    private static Map<TypeVariable<?>, Type> bind(
            ParameterizedType type, Map<TypeVariable<?>, Type> known) {
        TypeVariable<?>[] variables = ((Class<?>) type.getRawType()).getTypeParameters();
        Type[] given = given(type, known);
        Map<TypeVariable<?>, Type> bound = new HashMap<>(known);
        for (int i = 0; i < variables.length; i++) {
            bound.put(variables[i], given[i]);
        }
        return bound;
    }

    private static Type[] given(ParameterizedType type, Map<TypeVariable<?>, Type> known) {
        return Arrays.stream(type.getActualTypeArguments())
                .map(given ->
                        given instanceof TypeVariable<?> v ? known.getOrDefault(v, given) : given)
                .toArray(Type[]::new);
    }
}
