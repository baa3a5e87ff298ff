package io.conserje.testkit;

import io.conserje.application.Unavailable;
import java.util.ArrayList;
import java.util.List;

/** What was put into a queue, in its order, and when that queue is away. */
final class Tape<T> {
    private final List<T> taken = new ArrayList<>();
    private int down;
    private int beforeItFalls = Integer.MAX_VALUE;

    synchronized void take(List<T> more) {
        if (down > 0) {
            down--;
            throw new Unavailable("the queue is away");
        }
        for (T one : more) {
            if (beforeItFalls == 0) {
                beforeItFalls = Integer.MAX_VALUE;
                throw new Unavailable("the queue went away");
            }
            beforeItFalls--;
            taken.add(one);
        }
    }

    synchronized void downFor(int calls) {
        down = calls;
    }

    synchronized void fallsAfter(int entries) {
        beforeItFalls = entries;
    }

    synchronized List<T> all() {
        return List.copyOf(taken);
    }
}
