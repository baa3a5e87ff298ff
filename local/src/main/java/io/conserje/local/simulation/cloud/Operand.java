package io.conserje.local.simulation.cloud;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an expression compares or sets: an attribute, a given value, or what is made of them. */
@FunctionalInterface
interface Operand {
    /** Empty for an attribute that the item has not. */
    Optional<AttributeValue> of(Item item);

    static Operand read(Tokens tokens) {
        Operand first = single(tokens);
        if (!tokens.takes("+")) {
            return first;
        }
        Operand second = single(tokens);
        return item ->
                first.of(item).flatMap(one -> second.of(item).map(two -> Item.sum(one, two)));
    }

    private static Operand single(Tokens tokens) {
        String token = tokens.take();
        if (token.startsWith(":")) {
            return item -> Optional.of(item.value(token));
        }
        if (!token.equals("if_not_exists")) {
            return item -> Optional.ofNullable(item.attributes().get(item.name(token)));
        }
        tokens.require("(");
        String name = tokens.take();
        tokens.require(",");
        Operand otherwise = read(tokens);
        tokens.require(")");
        return item ->
                Optional.ofNullable(item.attributes().get(item.name(name)))
                        .or(() -> otherwise.of(item));
    }
}
