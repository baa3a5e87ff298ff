package io.conserje.local.emulator.phone;

import io.conserje.local.emulator.Direction;
import io.conserje.local.emulator.Option;
import io.conserje.local.emulator.PhoneLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What one customer and the business said to each other. */
public final class Conversation {

    /** An option, and the message that offered it last. */
    public record Offer(PhoneLine line, Option option) {}

    final ReentrantLock lock = new ReentrantLock();
    private final Condition longer = lock.newCondition();

    private final String customer;
    private final List<PhoneLine> lines = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Offer> offers = new HashMap<>();
    private final Map<String, Integer> lastOfKind = new HashMap<>();
    private String name;
    private int said;
    private int calls;

    Conversation(String customer, String name) {
        this.customer = customer;
        this.name = name;
    }

    public String customer() {
        return customer;
    }

    public String name() {
        return locked(() -> name);
    }

    void rename(String newName) {
        locked(() -> name = newName);
    }

    /** How many lines the customer wrote. */
    public int said() {
        return locked(() -> said);
    }

    /** How many lines the business wrote. */
    public int told() {
        return locked(() -> lines.size() - said);
    }

    /** Counts the API's calls for this customer, effect or not. */
    public int nextCall() {
        return locked(() -> ++calls);
    }

    /** When the customer wrote last, lines of these kinds aside. */
    public Optional<Instant> lastSaidBesides(Set<String> kinds) {
        return locked(() ->
                lastOfKind.entrySet().stream()
                        .filter(last -> !kinds.contains(last.getKey()))
                        .map(last -> lines.get(last.getValue()).at())
                        .max(Comparator.naturalOrder()));
    }

    /** The customer's last line of this kind. */
    public Optional<PhoneLine> lastSaid(String kind) {
        return locked(() -> Optional.ofNullable(lastOfKind.get(kind)).map(lines::get));
    }

    public Optional<Offer> offer(String optionId) {
        return locked(() -> Optional.ofNullable(offers.get(optionId)));
    }

    /** A line of this conversation, whoever wrote it. */
    public Optional<PhoneLine> find(String message) {
        return locked(() -> Optional.ofNullable(places.get(message)).map(lines::get));
    }

    public int size() {
        return locked(lines::size);
    }

    public List<PhoneLine> transcript() {
        return locked(() -> List.copyOf(lines));
    }

    List<PhoneLine> await(int afterIndex, Duration atMost) {
        long left = atMost.toNanos();
        int from = Math.max(0, afterIndex + 1);
        lock.lock();
        try {
            while (lines.size() <= from && left > 0) {
                left = longer.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return locked(() -> List.copyOf(lines.subList(Math.min(from, lines.size()), lines.size())));
    }

    /** Puts a line at its place: behind the last one, where it must have been made for. */
    void add(PhoneLine line) {
        locked(() -> {
            lines.add(line);
            places.put(line.id(), line.index());
            line.options().forEach(o -> offers.put(o.id(), new Offer(line, o)));
            if (line.direction() == Direction.CUSTOMER) {
                said++;
                lastOfKind.put(line.kind(), line.index());
            }
            longer.signalAll();
            return line;
        });
    }

    /** Changes a line that is here. */
    void change(String message, UnaryOperator<PhoneLine> change) {
        locked(() -> {
            PhoneLine line = line(message);
            return lines.set(line.index(), change.apply(line));
        });
    }

    /** Reading a message reads all that came before it, as it does on a telephone. */
    void read(String message, Instant at) {
        locked(() -> {
            for (int i = line(message).index(); i >= 0 && unread(i); i--) {
                if (lines.get(i).direction() == Direction.CUSTOMER) {
                    lines.set(i, lines.get(i).withRead(at));
                }
            }
            return at;
        });
    }

    private boolean unread(int index) {
        return lines.get(index).readAt() == null;
    }

    private PhoneLine line(String message) {
        return lines.get(Objects.requireNonNull(places.get(message), message));
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
