package io.conserje.local.bench;

import io.conserje.local.bench.BookingTally.What;
import io.conserje.local.bench.BookingTold.Booked;
import io.conserje.local.bench.BookingTold.Nothing;
import io.conserje.local.emulator.Direction;
import io.conserje.local.emulator.Phone;
import io.conserje.local.emulator.PhoneLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** One customer with a telephone: what they want, what they say, and what they were told last. */
final class BookingVisitor {
    private static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What becomes of who comes as far as a yes. */
    enum Way {
        KEEPS,
        MOVES,
        CANCELS,
        /** Never says yes. */
        LEAVES,
        /** Says yes when the hold has ended. */
        COMES_LATE
    }

    private static final List<Way> WAYS =
            List.of(
                    Way.CANCELS,
                    Way.LEAVES,
                    Way.MOVES,
                    Way.COMES_LATE,
                    Way.CANCELS,
                    Way.KEEPS,
                    Way.MOVES);

    /**
     * What all of them have in common.
     *
     * @param turns gives each who comes as far as a yes a way, in turn
     */
    record World(
            Phone phone,
            BookingReader reader,
            BookingScene scene,
            BookingTally tally,
            AtomicInteger turns) {}

    private final World world;
    private final String number;
    private final BookingWords words;
    private final SplittableRandom random;
    private final List<String> said = new ArrayList<>();
    private BookingTold told = new Nothing();
    private Optional<Way> way = Optional.empty();
    private boolean awaitsYes;
    private boolean hasChanged;

    BookingVisitor(World world, String number, BookingWords words, SplittableRandom random) {
        this.world = world;
        this.number = number;
        this.words = words;
        this.random = random;
    }

    String number() {
        return number;
    }

    /** The provider's ids of what they said, in order. */
    List<String> said() {
        return said;
    }

    BookingTold told() {
        return told;
    }

    /**
     * Wants a time, if there is none yet; goes on where they were otherwise.
     *
     * @return what was unheard of, with all that was said
     */
    Optional<String> visit() {
        return told(this::goOn);
    }

    /** Asks what they have, and holds it against what they were told before. */
    Optional<String> ask() {
        return told(() -> {
            List<Booked> heard = world.reader().listed(answer(say(words.list())));
            world.tally().count(What.LISTED);
            List<Booked> theirs = told instanceof Booked booked ? List.of(booked) : List.of();
            if (!heard.equals(theirs)) {
                throw new IllegalStateException("told " + told + ", and when they asked " + heard);
            }
        });
    }

    private Optional<String> told(Runnable talk) {
        try {
            talk.run();
            return Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.of("customer " + number + ": " + e.getMessage() + story());
        }
    }

    private String story() {
        return world.phone().transcript(number).stream()
                .map(line -> "\n    " + line.direction() + " " + line.text())
                .collect(Collectors.joining());
    }

    private void goOn() {
        if (awaitsYes && way.equals(Optional.of(Way.COMES_LATE))) {
            awaitsYes = false;
            world.tally().count(What.LATE);
            talk(say(words.yes()));
        } else if (told instanceof Booked) {
            wish().ifPresent(this::talk);
        } else if (!awaitsYes) {
            talk(say(words.book(any())));
        }
    }

    private void talk(PhoneLine first) {
        PhoneLine line = first;
        for (int choices = 0; choices <= TRIES; ) {
            PhoneLine answer = answer(line);
            note(answer);
            BookingHeard heard = world.reader().read(answer);
            Optional<PhoneLine> next =
                    switch (heard) {
                        case BookingHeard.SummedUp sum -> summedUp();
                        case BookingHeard.Sure sure -> Optional.of(say(words.yes()));
                        case BookingHeard.Done(Booked booked) -> has(booked, What.BOOKED);
                        case BookingHeard.Moved(Booked booked) -> {
                            hasChanged = true;
                            yield has(booked, What.MOVED);
                        }
                        case BookingHeard.Cancelled cancelled -> {
                            hasChanged = true;
                            world.tally().count(What.CANCELLED);
                            told = new Nothing();
                            yield Optional.empty();
                        }
                        case BookingHeard.Offered(List<String> options) -> {
                            world.tally().count(What.OFFERED);
                            choices++;
                            yield choices > TRIES ? Optional.empty() : Optional.of(tapOne(options));
                        }
                        case BookingHeard.Full full -> {
                            world.tally().count(What.FULL);
                            yield Optional.empty();
                        }
                        case BookingHeard.Listed listed ->
                                throw new IllegalStateException("told unasked " + listed);
                    };
            if (next.isEmpty()) {
                return;
            }
            line = next.get();
        }
    }

    private void note(PhoneLine answer) {
        if (world.reader().says("refused.taken", answer)) {
            world.tally().count(What.TAKEN);
        }
    }

    private Optional<PhoneLine> summedUp() {
        world.tally().count(What.SUMMED_UP);
        if (way.isEmpty()) {
            Way mine = WAYS.get(world.turns().getAndIncrement() % WAYS.size());
            way = Optional.of(mine);
            if (mine == Way.LEAVES || mine == Way.COMES_LATE) {
                world.tally().count(What.GONE);
                awaitsYes = true;
                return Optional.empty();
            }
        }
        return Optional.of(random.nextBoolean() ? tap("yes") : say(words.yes()));
    }

    private Optional<PhoneLine> has(Booked booked, What what) {
        world.tally().count(what);
        told = booked;
        return wish();
    }

    /** What who has a booking says next. */
    private Optional<PhoneLine> wish() {
        if (hasChanged) {
            return Optional.empty();
        }
        return switch (way.orElse(Way.KEEPS)) {
            case MOVES -> Optional.of(say(words.move(any())));
            case CANCELS -> Optional.of(say(words.cancel()));
            case KEEPS, LEAVES, COMES_LATE -> Optional.empty();
        };
    }

    private Instant any() {
        List<Instant> starts = world.scene().starts();
        return starts.get(random.nextInt(starts.size()));
    }

    private PhoneLine tapOne(List<String> options) {
        return tap(options.get(random.nextInt(options.size())));
    }

    private PhoneLine tap(String option) {
        return noted(world.phone().choose(number, option));
    }

    private PhoneLine say(String text) {
        return noted(world.phone().say(number, text));
    }

    private PhoneLine noted(PhoneLine line) {
        said.add(line.id());
        return line;
    }

    private PhoneLine answer(PhoneLine to) {
        int seen = to.index();
        while (true) {
            List<PhoneLine> lines = world.phone().await(number, seen, PATIENCE);
            if (lines.isEmpty()) {
                throw new IllegalStateException("no answer since " + PATIENCE);
            }
            for (PhoneLine line : lines) {
                if (line.direction() == Direction.BUSINESS) {
                    return line;
                }
            }
            seen = lines.getLast().index();
        }
    }
}
