package io.conserje.engine;

import io.conserje.engine.understanding.Hearing;
import io.conserje.engine.understanding.Reading;
import io.conserje.engine.understanding.Understanding;
import java.util.HashMap;
import java.util.Map;

/**
 * Every rule asks what was written, and a turn is decided again with each answer; a text is read
 * once. It lives for one turn.
 */
final class ReadOnce implements Understanding {
    private final Understanding understanding;
    private final Map<Heard, Reading> readings = new HashMap<>();

    private record Heard(String text, Hearing hearing) {}

    ReadOnce(Understanding understanding) {
        this.understanding = understanding;
    }

    @Override
    public Reading read(String text, Hearing hearing) {
        return readings.computeIfAbsent(
                new Heard(text, hearing), heard -> understanding.read(text, hearing));
    }
}
