package io.conserje.local.project;

import io.conserje.engine.Bilingual;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads fields out of YAML and gathers what is wrong with them, each with its place. */
final class Fields {
    private final Place place;
    private final Faults faults;
    private final Map<String, Node> fields = new LinkedHashMap<>();

    Fields(Place place, @Nullable Node node, Faults faults) {
        this.place = place;
        this.faults = faults;
        if (node instanceof MappingNode map) {
            map.getValue().forEach(this::keep);
        } else {
            faults.add(place, "expected fields with names");
        }
    }

    private void keep(NodeTuple field) {
        Place here = place.in(name(field.getKeyNode()), Place.line(field.getKeyNode()));
        Node before = fields.putIfAbsent(name(field.getKeyNode()), field.getValueNode());
        if (before != null) {
            faults.add(here, "stands twice; it is on line " + Place.line(before) + " already");
        }
    }

    private static String name(Node key) {
        return key instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    /** Tells of names that nobody reads: mostly slips of the pen. */
    Fields only(String... names) {
        Set<String> known = new TreeSet<>(List.of(names));
        fields.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name ->
                        faults.add(
                                at(name), "no such field; there are " + String.join(", ", known)));
        return this;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    boolean hasList(String name) {
        return fields.get(name) instanceof SequenceNode;
    }

    boolean hasText(String name) {
        return fields.get(name) instanceof ScalarNode;
    }

    Set<String> names() {
        return Collections.unmodifiableSet(fields.keySet());
    }

    /** Where the field stands, or should. */
    Place at(String name) {
        Node node = fields.get(name);
        return node == null ? place.in(name) : place.in(name, Place.line(node));
    }

    Place place() {
        return place;
    }

    Faults faults() {
        return faults;
    }

    /** The field's text made into a value; a fault when it is missing or the value refuses it. */
    <T> Optional<T> value(String name, Function<String, T> make) {
        return value(at(name), fields.get(name), make);
    }

    /** The usual value when the field is left out. */
    <T> Optional<T> value(String name, T usual, Function<String, T> make) {
        return has(name) ? value(name, make) : Optional.of(usual);
    }

    private <T> Optional<T> value(Place where, @Nullable Node node, Function<String, T> make) {
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return faults.made(where, () -> make.apply(scalar.getValue()));
        }
        faults.add(where, "expected a text");
        return Optional.empty();
    }

    /** What can be made of each of a list; the list may be left out. */
    <T> List<T> values(String name, Function<String, T> make) {
        List<T> values = new ArrayList<>();
        List<Node> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            value(item(name, i, items.get(i)), items.get(i), make).ifPresent(values::add);
        }
        return values;
    }

    List<String> texts(String name) {
        return values(name, text -> text);
    }

    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        names().forEach(name -> value(name, text -> text).ifPresent(text -> texts.put(name, text)));
        return texts;
    }

    Optional<Bilingual> bilingual(String name) {
        Fields both = fields(name).only("es", "en");
        Optional<String> es = both.value("es", text -> text);
        Optional<String> en = both.value("en", text -> text);
        return es.flatMap(spanish ->
                en.flatMap(english -> made(at(name), () -> new Bilingual(spanish, english))));
    }

    /** Where one text may stand for both languages. */
    Optional<Bilingual> bilingualOrOne(String name) {
        return hasText(name) ? value(name, text -> new Bilingual(text, text)) : bilingual(name);
    }

    Fields fields(String name) {
        return new Fields(at(name), fields.get(name), faults);
    }

    List<Fields> each(String name) {
        List<Fields> all = new ArrayList<>();
        List<Node> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            all.add(new Fields(item(name, i, items.get(i)), items.get(i), faults));
        }
        return all;
    }

    private Place item(String name, int index, Node item) {
        return at(name).item(index, Place.line(item));
    }

    private List<Node> items(String name) {
        Node node = fields.get(name);
        if (node instanceof SequenceNode list) {
            return list.getValue();
        }
        if (node != null) {
            faults.add(at(name), "expected a list");
        }
        return List.of();
    }

    <T> Optional<T> made(Place where, Supplier<T> make) {
        return faults.made(where, make);
    }
}
