package io.conserje.local.simulation;

import java.util.ArrayList;
import java.util.List;

/** What happened, line by line; kept only where somebody is going to read it. */
final class Trace {
    private final boolean kept;
    private final List<String> lines = new ArrayList<>();
    private final Schedule schedule;

    Trace(boolean kept, Schedule schedule) {
        this.kept = kept;
        this.schedule = schedule;
    }

    void note(Process process, String what) {
        if (kept) {
            note(process.name() + "  " + what);
        }
    }

    void note(String what) {
        if (kept) {
            lines.add(schedule.now() + "  " + what);
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
