package io.conserje.local.template;

import io.conserje.local.template.Yaml.Entries;
import io.conserje.local.template.Yaml.Items;
import io.conserje.local.template.Yaml.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Turns text into {@link Yaml}; a short tag ({@code !Sub x}) becomes its long form ({@code
 * {Fn::Sub: x}}).
 */
final class YamlReader {
    private static final Set<String> WITHOUT_PREFIX = Set.of("Ref", "Condition");

    private YamlReader() {}

    static Entries read(String text, String name) {
        try {
            Node root =
                    new Compose(LoadSettings.builder().setLabel(name).build())
                            .composeString(text)
                            .orElseThrow(() -> new TemplateError(name + " is empty"));
            return convert(root).asEntries();
        } catch (YamlEngineException malformed) {
            throw new TemplateError(name + " is not valid YAML: " + malformed.getMessage());
        }
    }

    private static Yaml convert(Node node) {
        Yaml plain =
                switch (node) {
                    case ScalarNode scalar -> new Scalar(scalar.getValue(), line(node));
                    case SequenceNode list -> new Items(items(list.getValue()), line(node));
                    case MappingNode map -> new Entries(entries(map.getValue()), line(node));
                    default -> throw TemplateError.at(line(node), "An alias cannot be used here");
                };
        String tag = node.getTag().getValue();
        return tag.startsWith("!") ? new Entries(Map.of(longForm(tag), plain), line(node)) : plain;
    }

    private static String longForm(String tag) {
        String name = tag.substring(1);
        return WITHOUT_PREFIX.contains(name) ? name : "Fn::" + name;
    }

    private static List<Yaml> items(List<Node> nodes) {
        List<Yaml> items = new ArrayList<>();
        nodes.forEach(node -> items.add(convert(node)));
        return items;
    }

    private static Map<String, Yaml> entries(List<NodeTuple> tuples) {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : tuples) {
            String name = convert(tuple.getKeyNode()).asText();
            if (entries.put(name, convert(tuple.getValueNode())) != null) {
                throw TemplateError.at(line(tuple.getKeyNode()), name + " is there twice");
            }
        }
        return entries;
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
