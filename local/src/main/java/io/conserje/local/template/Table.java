package io.conserje.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code attributes} maps a name to its type: S, N or B. */
public record Table(
        String id,
        String name,
        Map<String, String> attributes,
        List<Key> keys,
        List<Index> indexes,
        Optional<String> streamView,
        Optional<String> ttlAttribute) {

    /** {@code type} is HASH or RANGE. */
    public record Key(String attribute, String type) {}

    public record Index(
            String name,
            boolean global,
            List<Key> keys,
            String projection,
            List<String> included) {}
}
