package io.conserje.local.template;

/**
 * {@code method} may be {@code ANY}; the route that takes whatever no other takes is {@link
 * #DEFAULT}.
 */
public record Route(String method, String path, String functionId) {
    public static final String DEFAULT = "$default";

    /** As API Gateway names it in the event. */
    public String key() {
        return path.equals(DEFAULT) ? DEFAULT : method + " " + path;
    }
}
