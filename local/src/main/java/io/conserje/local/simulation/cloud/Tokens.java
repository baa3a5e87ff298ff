package io.conserje.local.simulation.cloud;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** An expression's words, read one after the other. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("[#:]?\\w+|<=|>=|<>|[=<>(),+-]");
    private static final String END = "the end";

    private final String expression;
    private final List<String> tokens;
    private int next;

    Tokens(String expression) {
        this.expression = expression;
        this.tokens = TOKEN.matcher(expression).results().map(MatchResult::group).toList();
    }

    String peek() {
        return next < tokens.size() ? tokens.get(next) : END;
    }

    boolean atEnd() {
        return next == tokens.size();
    }

    String take() {
        String token = peek();
        next++;
        return token;
    }

    boolean takes(String word) {
        if (!peek().toUpperCase(Locale.ROOT).equals(word)) {
            return false;
        }
        next++;
        return true;
    }

    void require(String word) {
        if (!takes(word)) {
            throw unexpected(word);
        }
    }

    IllegalArgumentException unexpected(String wanted) {
        return new IllegalArgumentException(
                "'" + expression + "' has " + peek() + " where " + wanted + " is expected");
    }
}
