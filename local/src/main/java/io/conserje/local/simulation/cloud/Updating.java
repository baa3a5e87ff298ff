package io.conserje.local.simulation.cloud;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An update expression: {@code SET} and {@code REMOVE}. Every operand is read from the item as it
 * was before.
 */
record Updating(List<Setting> sets, List<String> removes) {
    private static final Map<String, Updating> READ = new ConcurrentHashMap<>();

    record Setting(String name, Operand to) {}

    static Updating of(String expression) {
        return READ.computeIfAbsent(expression, Updating::read);
    }

    private static Updating read(String expression) {
        Tokens tokens = new Tokens(expression);
        Updating read = new Updating(new ArrayList<>(), new ArrayList<>());
        while (!tokens.atEnd()) {
            if (tokens.takes("SET")) {
                do {
                    String name = tokens.take();
                    tokens.require("=");
                    read.sets().add(new Setting(name, Operand.read(tokens)));
                } while (tokens.takes(","));
            } else if (tokens.takes("REMOVE")) {
                do {
                    read.removes().add(tokens.take());
                } while (tokens.takes(","));
            } else {
                throw tokens.unexpected("SET or REMOVE");
            }
        }
        return read;
    }

    Map<String, AttributeValue> on(Item item) {
        Map<String, AttributeValue> after = new HashMap<>(item.attributes());
        for (Setting setting : sets) {
            after.put(
                    item.name(setting.name()),
                    setting.to()
                            .of(item)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            setting.name() + " is set to what is not there")));
        }
        removes.forEach(name -> after.remove(item.name(name)));
        return after;
    }
}
