package io.conserje.local.template;

import io.conserje.local.template.Yaml.Items;
import io.conserje.local.template.Yaml.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The intrinsics that only turn texts into other texts. */
final class TextFunctions {
    private TextFunctions() {}

    static Yaml join(String separator, Yaml list) {
        return new Scalar(
                list.asItems().stream().map(Yaml::asText).collect(Collectors.joining(separator)),
                list.line());
    }

    static Yaml split(String separator, Yaml text) {
        List<Yaml> parts = new ArrayList<>();
        for (String part : text.asText().split(Pattern.quote(separator), -1)) {
            parts.add(new Scalar(part, text.line()));
        }
        return new Items(parts, text.line());
    }

    static Yaml select(String index, Yaml list) {
        int number = Integer.parseInt(index);
        if (number < 0 || number >= list.asItems().size()) {
            throw TemplateError.at(list.line(), "There is no item " + index + " in the list");
        }
        return list.asItems().get(number);
    }

    static Yaml base64(Yaml text) {
        byte[] bytes = text.asText().getBytes(StandardCharsets.UTF_8);
        return new Scalar(Base64.getEncoder().encodeToString(bytes), text.line());
    }
}
