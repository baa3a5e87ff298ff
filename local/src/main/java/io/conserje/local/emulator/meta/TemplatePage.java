package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.meta.GraphAnswer.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Some of the templates, with cursors for the others.
 * https://developers.facebook.com/docs/graph-api/results
 */
final class TemplatePage {
    private static final int USUAL = 25;
    private static final int MOST = 1000;
    private static final List<String> ASKED =
            List.of("fields", "limit", "name", "language", "status", "category");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TemplatePage() {}

    static GraphAnswer of(List<Template> all, UnaryOperator<String> query, String here) {
        Optional<Integer> limit = limit(query.apply("limit"));
        if (limit.isEmpty()) {
            return GraphAnswer.error(GraphError.invalid("Param limit must be a number above 0"));
        }
        List<Template> wanted = all.stream().filter(t -> isWanted(t, query)).toList();
        int from = after(wanted, query.apply("after"));
        if (from < 0) {
            return GraphAnswer.error(GraphError.invalid("Invalid cursor in param after"));
        }
        int to = Math.min(wanted.size(), from + limit.get());
        ObjectNode page = page(wanted.subList(from, to), fields(query.apply("fields")));
        if (to < wanted.size()) {
            String cursor = page.at("/paging/cursors/after").asText();
            page.withObject("/paging").put("next", here + "?" + next(query, cursor));
        }
        return new Json(200, page);
    }

    /** The same question, from there on. Meta's holds the caller's token too. */
    private static String next(UnaryOperator<String> query, String cursor) {
        return Stream.concat(
                        ASKED.stream().filter(name -> !query.apply(name).isEmpty()),
                        Stream.of("after"))
                .map(name ->
                        name + "=" + encoded(name.equals("after") ? cursor : query.apply(name)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static ObjectNode page(List<Template> templates, Set<String> fields) {
        ObjectNode page = JSON.objectNode();
        ArrayNode data = page.putArray("data");
        templates.forEach(template -> data.add(json(template, fields)));
        if (!templates.isEmpty()) {
            page.putObject("paging")
                    .putObject("cursors")
                    .put("before", cursor(templates.getFirst()))
                    .put("after", cursor(templates.getLast()));
        }
        return page;
    }

    /** An id comes unasked, a reason only when there is one or somebody asks. */
    private static ObjectNode json(Template template, Set<String> fields) {
        ObjectNode json = template.json(JSON.objectNode());
        if (fields.isEmpty()) {
            return template.status() == TemplateStatus.REJECTED
                    ? json
                    : json.without(List.of("rejected_reason"));
        }
        Set<String> kept = new HashSet<>(fields);
        kept.add("id");
        return json.retain(kept);
    }

    private static boolean isWanted(Template template, UnaryOperator<String> query) {
        return isOrAny(query.apply("name"), template.name())
                && isOrAny(query.apply("language"), template.language())
                && isOrAny(query.apply("status"), template.status().name())
                && isOrAny(query.apply("category"), template.category().name());
    }

    private static boolean isOrAny(String wanted, String value) {
        return wanted.isEmpty()
                || wanted.toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT));
    }

    private static Set<String> fields(String query) {
        return query.isBlank()
                ? Set.of()
                : new HashSet<>(List.of(query.strip().split("\\s*,\\s*", -1)));
    }

    private static Optional<Integer> limit(String query) {
        if (query.isEmpty()) {
            return Optional.of(USUAL);
        }
        return query.matches("[1-9][0-9]{0,5}")
                ? Optional.of(Math.min(MOST, Integer.parseInt(query)))
                : Optional.empty();
    }

    /** Where the page begins; -1 for a cursor that is none. */
    private static int after(List<Template> templates, String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        return IntStream.range(0, templates.size())
                .filter(i -> cursor(templates.get(i)).equals(cursor))
                .map(i -> i + 1)
                .findFirst()
                .orElse(-1);
    }

    private static String cursor(Template template) {
        byte[] id = template.id().getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }
}
