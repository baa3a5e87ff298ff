package io.conserje.local.runtime;

import io.conserje.local.template.Route;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds a request's route: an exact path before a parameter, that before {@code {proxy+}}, {@code
 * $default} last.
 */
public final class RouteTable {
    public record Match(Route route, Map<String, String> pathParameters) {}

    private final List<Route> mostSpecificFirst;

    public RouteTable(List<Route> routes) {
        this.mostSpecificFirst =
                routes.stream()
                        .sorted(
                                Comparator.comparing(RouteTable::rank)
                                        .thenComparing(route -> route.method().equals("ANY")))
                        .toList();
    }

    public Optional<Match> find(String method, String rawPath) {
        List<String> path = segments(rawPath);
        return mostSpecificFirst.stream()
                .filter(route -> route.method().equals("ANY") || route.method().equals(method))
                .flatMap(route -> match(route, path).stream())
                .findFirst();
    }

    /**
     * A letter for each segment, so that the alphabet orders routes by how much they leave open.
     */
    private static String rank(Route route) {
        if (route.path().equals(Route.DEFAULT)) {
            return "z";
        }
        return segments(route.path()).stream()
                .map(segment -> isGreedy(segment) ? "y" : isParameter(segment) ? "b" : "a")
                .collect(Collectors.joining());
    }

    private static Optional<Match> match(Route route, List<String> path) {
        if (route.path().equals(Route.DEFAULT)) {
            return Optional.of(new Match(route, Map.of()));
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        List<String> pattern = segments(route.path());
        for (int i = 0; i < pattern.size(); i++) {
            if (i >= path.size()) {
                return Optional.empty();
            }
            String is = pattern.get(i);
            if (isGreedy(is)) {
                parameters.put(name(is), String.join("/", path.subList(i, path.size())));
                return Optional.of(new Match(route, parameters));
            }
            if (isParameter(is) && !path.get(i).isEmpty()) {
                parameters.put(name(is), path.get(i));
            } else if (!is.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return pattern.size() == path.size()
                ? Optional.of(new Match(route, parameters))
                : Optional.empty();
    }

    /** Decoded only after they are told apart: an encoded slash is part of its segment. */
    private static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        for (String segment : rawPath.substring(1).split("/", -1)) {
            segments.add(decode(segment));
        }
        return segments;
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return segment;
        }
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isGreedy(String segment) {
        return isParameter(segment) && segment.endsWith("+}");
    }

    private static String name(String segment) {
        return segment.substring(1, segment.length() - 1).replace("+", "");
    }
}
