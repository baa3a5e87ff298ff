package io.conserje.local.command;

import io.conserje.application.booking.BookingStore;
import io.conserje.application.booking.CloseBookings;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoBookings;
import io.conserje.aws.DynamoDirectory;
import io.conserje.aws.Env;
import io.conserje.engine.Business;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.tool.ToolResult;
import io.conserje.model.ProjectId;
import io.conserje.model.TheOutsideWorld;
import io.conserje.wire.Wire;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what is booked, shows the history of a booking, and notes what became of it. */
@Command(name = "bookings")
@TheOutsideWorld
final class Bookings implements Callable<Integer> {
    @Mixin private Home home;

    @Mixin private BookingTables tables;

    @Option(names = "--project", paramLabel = "PROJECT", defaultValue = "demo")
    private String project;

    @Option(names = "--day", paramLabel = "YYYY-MM-DD")
    private Optional<LocalDate> day = Optional.empty();

    @Option(names = "--days", paramLabel = "N", defaultValue = "7")
    private int days;

    @Option(names = "--operator", defaultValue = "${sys:user.name}")
    private String operator;

    /** Picocli makes another when one of its options is given. */
    @ArgGroup private One one = new One();

    /** What is wanted of one booking. */
    static final class One {
        @Option(names = "--log", paramLabel = "CODE", required = true)
        private Optional<String> log = Optional.empty();

        @Option(names = "--complete", paramLabel = "CODE", required = true)
        private Optional<String> complete = Optional.empty();

        @Option(names = "--no-show", paramLabel = "CODE", required = true)
        private Optional<String> noShow = Optional.empty();

        @Option(names = "--cancel", paramLabel = "CODE", required = true)
        private Optional<String> cancel = Optional.empty();

        boolean isNothing() {
            return Stream.of(log, complete, noShow, cancel).allMatch(Optional::isEmpty);
        }
    }

    private final Texts texts = Texts.ofSystem();

    @Override
    public Integer call() {
        Env env = tables.env(home, texts);
        try (AwsClients clients = new AwsClients(env)) {
            BookingStore store = new DynamoBookings(clients, env, new Wire());
            Business business = business(clients, env);
            BookingPages pages = new BookingPages(business, store, texts);
            if (one.isNothing()) {
                LocalDate from =
                        day.orElseGet(() -> LocalDate.ofInstant(Instant.now(), business.zone()));
                pages.days(from, day.isPresent() ? 1 : days, Instant.now())
                        .forEach(System.out::println);
                return 0;
            }
            return one(one, pages, store, business);
        }
    }

    private int one(One wanted, BookingPages pages, BookingStore store, Business business) {
        if (wanted.log.isPresent()) {
            pages.log(id(wanted.log)).forEach(System.out::println);
            return 0;
        }
        CloseBookings close = new CloseBookings(store);
        Instant now = Instant.now();
        ToolResult result =
                wanted.complete.isPresent()
                        ? close.complete(business, id(wanted.complete), operator, now)
                        : wanted.noShow.isPresent()
                                ? close.noShow(business, id(wanted.noShow), operator, now)
                                : close.cancel(business, id(wanted.cancel), operator, now);
        System.out.println(pages.told(result));
        return result instanceof ToolResult.Done ? 0 : 1;
    }

    private static BookingId id(Optional<String> code) {
        return new BookingId(code.orElseThrow());
    }

    private Business business(AwsClients clients, Env env) {
        return new DynamoDirectory(clients, env, new Wire(), InstantSource.system())
                .business(new ProjectId(project))
                .orElseThrow(() -> new Mistake(texts.say("bookings.project", project)));
    }
}
