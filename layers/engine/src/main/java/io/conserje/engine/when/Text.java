package io.conserje.engine.when;

import io.conserje.engine.when.Reckoning.Asked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a customer wrote, as tokens; any place outside of it is an empty word. */
final class Text {
    private static final Set<String> NIGHTS = Set.of("night", "nights", "noche", "noches");
    private static final Token NOTHING = new Token("", 0, 0, -1, false);

    private final String raw;
    private final List<Token> tokens;
    private final Reckoning reckoning;
    private @Nullable Boolean change;
    private @Nullable Boolean overnight;

    final Memo<DayWords> oneDays;
    final Memo<DayWords> dates;
    final Memo<ClockWords.Time> clocks;
    final Memo<ClockWords.Time> trustedClocks;
    final Memo<DayPart> suffixes;
    final Memo<When> windows;

    Text(String raw, Reckoning reckoning) {
        this.raw = raw;
        this.reckoning = reckoning;
        this.tokens = new ArrayList<>(Tokeniser.tokens(raw));
        int size = tokens.size();
        oneDays = new Memo<>(size);
        dates = new Memo<>(size);
        clocks = new Memo<>(size);
        trustedClocks = new Memo<>(size);
        suffixes = new Memo<>(size);
        windows = new Memo<>(size);
    }

    int size() {
        return tokens.size();
    }

    Token token(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : NOTHING;
    }

    /** Empty for what is barred, so that no phrase goes through it. */
    String word(int i) {
        Token token = token(i);
        return token.barred() ? "" : token.word();
    }

    boolean is(int i, String word) {
        return word(i).equals(word);
    }

    boolean in(int i, Set<String> words) {
        return words.contains(word(i));
    }

    boolean any(int i, String... words) {
        String word = word(i);
        for (String each : words) {
            if (each.equals(word)) {
                return true;
            }
        }
        return false;
    }

    int skip(int i, Set<String> words) {
        return in(i, words) ? i + 1 : i;
    }

    /** Of a number in digits; -1 for anything else. */
    int value(int i) {
        Token token = token(i);
        return token.barred() ? -1 : token.value();
    }

    int digits(int i) {
        return value(i) < 0 ? 0 : token(i).length();
    }

    /** Whether nothing stands between this token and the one before. */
    boolean isGlued(int i) {
        return i > 0 && i < tokens.size() && token(i - 1).end() == token(i).start();
    }

    boolean isLast(int i) {
        return i == tokens.size() - 1;
    }

    /** Whether these tokens are all there is, marks apart. */
    boolean isAll(int from, int to) {
        for (int i = 0; i < tokens.size(); i++) {
            if ((i < from || i >= to) && (token(i).isWord() || token(i).isNumber())) {
                return false;
            }
        }
        return true;
    }

    void bar(int from, int to) {
        for (int i = from; i < to; i++) {
            tokens.set(i, tokens.get(i).asBarred());
        }
    }

    /** "Thursday's". */
    boolean isPossessive(int i) {
        Token token = token(i);
        return token.end() > 1 && "'’´`".indexOf(raw.charAt(token.end() - 2)) >= 0;
    }

    String said(int from, int to) {
        return raw.substring(token(from).start(), token(to - 1).end());
    }

    String raw() {
        return raw;
    }

    Reckoning reckoning() {
        return reckoning;
    }

    LocalDate today() {
        return reckoning.now().toLocalDate();
    }

    /** Whether the text asks to move something. */
    boolean isChange() {
        Boolean known = change;
        if (known == null) {
            known = Change.isWantedIn(this);
            change = known;
        }
        return known;
    }

    /** Whether nights are counted: "from Friday, two nights" begins then and does not stay open. */
    boolean staysOvernight() {
        Boolean known = overnight;
        if (known == null) {
            known = tokens.stream().anyMatch(token -> NIGHTS.contains(token.word()));
            overnight = known;
        }
        return known;
    }

    boolean isAsked(Asked asked) {
        return reckoning.asked() == asked;
    }
}
