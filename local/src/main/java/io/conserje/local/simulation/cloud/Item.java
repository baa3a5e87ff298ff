package io.conserje.local.simulation.cloud;

import java.math.BigDecimal;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How attributes compare, and their names and values as an expression writes them. */
record Item(
        Map<String, AttributeValue> attributes,
        Map<String, String> names,
        Map<String, AttributeValue> values) {

    /** {@code #name} stands for what it is called elsewhere. */
    String name(String written) {
        return written.startsWith("#") ? known(names.get(written), written) : written;
    }

    AttributeValue value(String written) {
        return known(values.get(written), written);
    }

    private static <T> T known(@org.jspecify.annotations.Nullable T found, String written) {
        if (found == null) {
            throw new IllegalArgumentException("the expression's " + written + " is not given");
        }
        return found;
    }

    /**
     * Negative, zero or positive; of texts and of numbers.
     *
     * @throws IllegalArgumentException for two of different types, which are never in an order
     */
    static int compare(AttributeValue one, AttributeValue other) {
        if (one.s() != null && other.s() != null) {
            return one.s().compareTo(other.s());
        }
        if (one.n() != null && other.n() != null) {
            return new BigDecimal(one.n()).compareTo(new BigDecimal(other.n()));
        }
        throw new IllegalArgumentException(one + " and " + other + " are in no order");
    }

    static boolean equal(AttributeValue one, AttributeValue other) {
        return one.n() != null && other.n() != null ? compare(one, other) == 0 : one.equals(other);
    }

    static AttributeValue sum(AttributeValue one, AttributeValue other) {
        return AttributeValue.fromN(
                new BigDecimal(one.n()).add(new BigDecimal(other.n())).toPlainString());
    }
}
