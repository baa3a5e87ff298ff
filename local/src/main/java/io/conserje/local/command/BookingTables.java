package io.conserje.local.command;

import io.conserje.aws.Env;
import io.conserje.model.TheOutsideWorld;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where bookings are: of what runs here, or of a deployed stage. */
@TheOutsideWorld
final class BookingTables {
    @Option(names = "--bookings-table", paramLabel = "TABLE")
    private Optional<String> bookings = Optional.empty();

    @Option(names = "--directory-table", paramLabel = "TABLE")
    private Optional<String> directory = Optional.empty();

    /** Of the stage, when its tables are named. */
    Env env(Home home, Texts texts) {
        if (bookings.isPresent() != directory.isPresent()) {
            throw new Mistake(texts.say("bookings.tables"));
        }
        return bookings.isEmpty() ? RunFile.require(home.data(), texts).env() : this::variable;
    }

    private Optional<String> variable(String name) {
        return switch (name) {
            case "BOOKINGS_TABLE" -> bookings;
            case "DIRECTORY_TABLE" -> directory;
            default -> Optional.ofNullable(System.getenv(name));
        };
    }
}
