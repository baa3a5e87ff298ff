package io.conserje.local.simulation.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A condition expression, as far as the adapters use them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">the
 *     grammar</a>
 */
@FunctionalInterface
interface Condition {
    Map<String, Condition> READ = new ConcurrentHashMap<>();

    boolean holds(Item item);

    static Condition of(String expression) {
        return READ.computeIfAbsent(
                expression,
                text -> {
                    Tokens tokens = new Tokens(text);
                    Condition read = any(tokens);
                    if (!tokens.atEnd()) {
                        throw tokens.unexpected("the end");
                    }
                    return read;
                });
    }

    private static Condition any(Tokens tokens) {
        Condition first = all(tokens);
        while (tokens.takes("OR")) {
            Condition left = first;
            Condition right = all(tokens);
            first = item -> left.holds(item) || right.holds(item);
        }
        return first;
    }

    private static Condition all(Tokens tokens) {
        Condition first = one(tokens);
        while (tokens.takes("AND")) {
            Condition left = first;
            Condition right = one(tokens);
            first = item -> left.holds(item) && right.holds(item);
        }
        return first;
    }

    private static Condition one(Tokens tokens) {
        if (tokens.takes("(")) {
            Condition inner = any(tokens);
            tokens.require(")");
            return inner;
        }
        return switch (tokens.peek()) {
            case "attribute_exists" -> exists(tokens);
            case "attribute_not_exists" -> {
                Condition exists = exists(tokens);
                yield item -> !exists.holds(item);
            }
            case "begins_with" -> begins(tokens);
            default -> comparison(tokens);
        };
    }

    private static Condition exists(Tokens tokens) {
        tokens.take();
        tokens.require("(");
        String name = tokens.take();
        tokens.require(")");
        return item -> item.attributes().containsKey(item.name(name));
    }

    private static Condition begins(Tokens tokens) {
        tokens.take();
        tokens.require("(");
        Operand whole = Operand.read(tokens);
        tokens.require(",");
        Operand start = Operand.read(tokens);
        tokens.require(")");
        return item -> both(whole, start, item, (one, two) -> one.s().startsWith(two.s()));
    }

    private static Condition comparison(Tokens tokens) {
        Operand left = Operand.read(tokens);
        String operator = tokens.take().toUpperCase(Locale.ROOT);
        return switch (operator) {
            case "=" -> equals(left, Operand.read(tokens));
            case "<" -> ordered(left, Operand.read(tokens), sign -> sign < 0);
            case "<=" -> ordered(left, Operand.read(tokens), sign -> sign <= 0);
            case ">" -> ordered(left, Operand.read(tokens), sign -> sign > 0);
            case ">=" -> ordered(left, Operand.read(tokens), sign -> sign >= 0);
            case "IN" -> in(left, tokens);
            case "BETWEEN" -> {
                Operand least = Operand.read(tokens);
                tokens.require("AND");
                Condition above = ordered(left, least, sign -> sign >= 0);
                Condition below = ordered(left, Operand.read(tokens), sign -> sign <= 0);
                yield item -> above.holds(item) && below.holds(item);
            }
            default -> throw tokens.unexpected("a comparison instead of " + operator);
        };
    }

    private static Condition in(Operand left, Tokens tokens) {
        List<Condition> either = new ArrayList<>();
        tokens.require("(");
        do {
            either.add(equals(left, Operand.read(tokens)));
        } while (tokens.takes(","));
        tokens.require(")");
        return item -> either.stream().anyMatch(one -> one.holds(item));
    }

    private static Condition equals(Operand left, Operand right) {
        return item -> both(left, right, item, Item::equal);
    }

    private static Condition ordered(Operand left, Operand right, IntPredicate sign) {
        return item -> both(left, right, item, (one, two) -> sign.test(Item.compare(one, two)));
    }

    /** What an item has not compares to nothing. */
    private static boolean both(
            Operand left,
            Operand right,
            Item item,
            java.util.function.BiPredicate<AttributeValue, AttributeValue> holds) {
        Optional<AttributeValue> one = left.of(item);
        Optional<AttributeValue> two = right.of(item);
        return one.isPresent() && two.isPresent() && holds.test(one.get(), two.get());
    }
}
