package io.conserje.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * @param permissions of its role
 */
public record Function(
        String id,
        String name,
        String handler,
        Duration timeout,
        int memoryMegabytes,
        Map<String, String> environment,
        List<Permission> permissions) {

    public boolean may(String action, String resource) {
        return permissions.stream().anyMatch(one -> one.allows(action, resource));
    }
}
