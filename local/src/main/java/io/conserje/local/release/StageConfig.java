package io.conserje.local.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.conserje.local.release.Refusal.Why;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code samconfig.toml} says of a stage: the one place for it, whether {@code sam deploy}
 * reads it or we do.
 */
public record StageConfig(String stack, Map<String, String> parameters) {
    private static final String FILE = "samconfig.toml";

    static StageConfig read(Path root, Stage stage) {
        String section = "[" + stage.word() + ".deploy.parameters]";
        JsonNode all = toml(root.resolve(FILE));
        JsonNode deploy = all.path(stage.word()).path("deploy").path("parameters");
        String stack = deploy.path("stack_name").asText();
        if (stack.isBlank()) {
            throw new Refusal(Why.BAD_CONFIG, section + " stack_name");
        }
        JsonNode overrides = deploy.path("parameter_overrides");
        if (!overrides.isArray()) {
            throw new Refusal(Why.BAD_CONFIG, section + " parameter_overrides");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        overrides.forEach(one -> put(parameters, one.asText(), section));
        return new StageConfig(stack, parameters);
    }

    private static void put(Map<String, String> into, String override, String section) {
        int equals = override.indexOf('=');
        if (equals < 1) {
            throw new Refusal(
                    Why.BAD_CONFIG, section + " parameter_overrides \"" + override + "\"");
        }
        into.put(override.substring(0, equals), override.substring(equals + 1));
    }

    private static JsonNode toml(Path file) {
        try {
            return TomlMapper.builder().build().readTree(file.toFile());
        } catch (IOException e) {
            throw new Refusal(Why.BAD_CONFIG, String.valueOf(e.getMessage()));
        }
    }
}
