package io.conserje.local.sam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The template that {@code sam build} left, changed as far as {@code sam local invoke} needs it:
 * the processor is this machine's; the layer is a folder, since the CLI does not unpack a local
 * one; it passes only variables on that the template names; and a cold start, which a snapshot
 * spares a deployed function, has to fit into its time.
 */
final class HereTemplate {
    private static final int SECONDS = 180;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HereTemplate() {}

    /**
     * @param built what {@code sam build} wrote
     * @param layer the layer, unpacked
     * @param variables names of more variables
     * @return a file beside it
     */
    static Path write(Path built, String architecture, Path layer, Set<String> variables) {
        try {
            ObjectNode root =
                    JSON.valueToTree(
                            new Load(LoadSettings.builder().build())
                                    .loadFromString(Files.readString(built)));
            ObjectNode shared = root.withObject("/Globals/Function");
            shared.putArray("Architectures").add(architecture);
            ObjectNode environment = shared.withObject("/Environment/Variables");
            variables.forEach(name -> environment.put(name, ""));
            for (JsonNode resource : root.path("Resources")) {
                ObjectNode properties = resource.withObject("/Properties");
                switch (resource.path("Type").asText()) {
                    case "AWS::Serverless::Function" -> properties.put("Timeout", SECONDS);
                    case "AWS::Serverless::LayerVersion" ->
                            properties.put("ContentUri", layer.toString());
                    default -> {}
                }
            }
            Path file = built.resolveSibling("template-here.json");
            JSON.writeValue(file.toFile(), root);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
