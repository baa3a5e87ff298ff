package io.conserje.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.model.Arrival;
import io.conserje.testkit.Clinics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Conversations as they are to be read: every word that the desk answers. A line {@code #} begins
 * one, {@code >} is what the customer writes (parted by {@code ||} what arrives together), {@code
 * ^} what they tap, {@code +} time that goes by and what the clock has to say then, {@code =} who
 * writes or is shown from here on; the rest is the desk's. With {@code
 * -Dconversations.rewrite=true} the answers are written anew, to be read in the difference.
 */
class ConversationsTest {
    private static final Path FOLDER =
            Path.of(
                    System.getProperty("conserje.root"),
                    "layers/testkit/src/test/resources/conversations");

    @TestFactory
    Stream<DynamicNode> theDeskAnswersAsItIsWritten() throws IOException {
        List<Path> files = files();
        assertTrue(files.size() >= 4, "both businesses, in both languages");
        return files.stream()
                .map(file ->
                        DynamicContainer.dynamicContainer(
                                file.getFileName().toString(),
                                conversations(file).stream().map(ConversationsTest::test)));
    }

    private static DynamicNode test(List<String> conversation) {
        return DynamicTest.dynamicTest(
                conversation.getFirst(),
                () -> assertEquals(text(conversation), text(played(conversation))));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static List<List<String>> conversations(Path file) {
        try {
            List<List<String>> all =
                    Stream.of(Files.readString(file).split("(?m)^(?=#)"))
                            .map(one -> one.lines().filter(line -> !line.isEmpty()).toList())
                            .filter(one -> !one.isEmpty())
                            .toList();
            if (Boolean.getBoolean("conversations.rewrite")) {
                Stream<String> anew = all.stream().map(one -> text(played(one)));
                Files.writeString(file, anew.collect(Collectors.joining("\n")));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static List<String> played(List<String> lines) {
        List<String> out = new ArrayList<>(List.of(lines.getFirst()));
        Room room = new Room(lines.getFirst().contains("school"));
        for (String line : lines.subList(1, lines.size())) {
            if (!line.startsWith("  ")) {
                out.add(line);
                room.play(line).forEach(out::add);
            }
        }
        return out;
    }

    /** Everybody who writes in one conversation, and the clock. */
    private static final class Room {
        private final Map<String, Customer> customers = new LinkedHashMap<>();
        private final Set<Customer> told = new HashSet<>();
        private Customer customer;

        Room(boolean school) {
            customer =
                    school
                            ? Customer.of(Clinics.school()).at(Clinics.inMexico("2026-11-24T10:00"))
                            : Customer.of(Clinics.clinic())
                                    .at(Clinics.inMadrid("2026-11-24T10:00"));
            customers.put("Ana", customer);
        }

        Stream<String> play(String line) {
            String said = line.substring(1).strip();
            switch (line.charAt(0)) {
                case '>' -> customer.writes(said.split(" \\|\\| ", -1));
                case '^' -> customer.tapsTitled(said);
                case '+' -> later(Duration.parse(said));
                case '=' -> {
                    return turnTo(said);
                }
                default -> throw new IllegalArgumentException("what is '" + line + "'?");
            }
            return answer();
        }

        private Stream<String> turnTo(String name) {
            customer =
                    customers.computeIfAbsent(
                            name, who -> customer.beside("3460000000" + customers.size()));
            return told.remove(customer) ? answer() : Stream.empty();
        }

        private void later(Duration time) {
            customers.values().forEach(one -> one.later(time));
            List<Arrival> due = customer.due();
            customers.values().forEach(one -> one.hears(due));
            told.addAll(customers.values());
            told.remove(customer);
        }

        private Stream<String> answer() {
            Stream<String> text = customer.answer().lines().map(it -> "  " + it);
            String options = String.join(" | ", customer.offeredTitles());
            return Stream.concat(
                    text.map(it -> it.isBlank() ? "  ." : it),
                    options.isEmpty() ? Stream.empty() : Stream.of("  { " + options + " }"));
        }
    }
}
