package io.conserje.local.eval;

import io.conserje.engine.understanding.Hearing.Asked;
import java.time.Duration;
import java.util.List;

/** A dialogue as it went. */
final class Transcript {
    private final StringBuilder text = new StringBuilder();
    private int turns;

    void customer(List<String> said) {
        turns++;
        said.forEach(line -> add("> ", line));
    }

    void desk(Desk.Reply reply, Asked asked) {
        add("  ", reply.read() + (asked == Asked.NOTHING ? "" : "  <" + asked + ">"));
    }

    void waited(Duration time) {
        add("... ", time.toString());
    }

    String text() {
        return text.toString();
    }

    /** How often the customer wrote; a burst is one. */
    int turns() {
        return turns;
    }

    private void add(String before, String lines) {
        text.append(before).append(lines.replace("\n", "\n  ")).append('\n');
    }
}
