package io.conserje.local.eval;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A piece of a YAML file that knows its line; what it is not is a fault of the file. */
record Yaml(Node node, Path file, Faults faults) {

    static Optional<Yaml> of(String text, Path file, Faults faults) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                faults.add(file, 1, "it is empty");
            }
            return root.map(node -> new Yaml(node, file, faults));
        } catch (YamlEngineException malformed) {
            faults.add(file, 1, "it is no YAML: " + malformed.getMessage());
            return Optional.empty();
        }
    }

    void fault(String what) {
        faults.add(file, node.getStartMark().map(Mark::getLine).orElse(0) + 1, what);
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    /** Names that it may have; every other is a fault. */
    void only(String... names) {
        Set<String> left = new HashSet<>(List.of(names));
        for (NodeTuple tuple : tuples()) {
            if (!left.remove(name(tuple))) {
                new Yaml(tuple.getKeyNode(), file, faults)
                        .fault("'" + name(tuple) + "' is none of " + List.of(names) + ", or twice");
            }
        }
    }

    Optional<Yaml> get(String name) {
        return tuples().stream()
                .filter(tuple -> name(tuple).equals(name))
                .map(tuple -> new Yaml(tuple.getValueNode(), file, faults))
                .findFirst();
    }

    List<String> names() {
        return tuples().stream().map(Yaml::name).toList();
    }

    /** What a name that must be there says. */
    <T> Optional<T> need(String name, Function<String, T> read) {
        Optional<Yaml> value = get(name);
        if (value.isEmpty()) {
            fault("'" + name + "' is missing");
        }
        return value.flatMap(found -> found.as(read));
    }

    <T> T or(String name, T otherwise, Function<String, T> read) {
        return get(name).flatMap(found -> found.as(read)).orElse(otherwise);
    }

    <T> Optional<T> as(Function<String, T> read) {
        if (node instanceof ScalarNode scalar) {
            try {
                return Optional.of(read.apply(scalar.getValue()));
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                fault(String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        }
        fault("expected a text");
        return Optional.empty();
    }

    List<Yaml> each(String name) {
        return get(name).map(Yaml::items).orElse(List.of());
    }

    List<String> texts(String name) {
        return each(name).stream().flatMap(one -> one.as(text -> text).stream()).toList();
    }

    private List<Yaml> items() {
        if (node instanceof SequenceNode list) {
            return list.getValue().stream().map(one -> new Yaml(one, file, faults)).toList();
        }
        return isText() ? List.of(this) : List.of();
    }

    private List<NodeTuple> tuples() {
        return node instanceof MappingNode map ? map.getValue() : List.of();
    }

    private static String name(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }
}
