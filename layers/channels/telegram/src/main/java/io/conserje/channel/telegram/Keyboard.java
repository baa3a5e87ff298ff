package io.conserje.channel.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Outgoing.Option;
import java.util.List;

/** The buttons under a question. A row shares the width of the screen among its buttons. */
final class Keyboard {
    private static final int FITS_A_THIRD = 10;
    private static final int FITS_A_HALF = 18;

    private Keyboard() {}

    static ArrayNode of(List<Option> options) {
        ArrayNode rows = Json.object().putArray("inline_keyboard");
        int each = inARow(options);
        for (int i = 0; i < options.size(); i++) {
            ArrayNode row = i % each == 0 ? rows.addArray() : (ArrayNode) rows.get(i / each);
            Option option = options.get(i);
            row.addObject().put("text", option.title()).put("callback_data", option.id());
        }
        return rows;
    }

    private static int inARow(List<Option> options) {
        int longest = options.stream().mapToInt(option -> option.title().length()).max().orElse(0);
        if (longest <= FITS_A_THIRD && options.size() != 4) {
            return 3;
        }
        return longest <= FITS_A_HALF ? 2 : 1;
    }
}
