package io.conserje.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.testkit.Clinics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Conversations as they are to be read: every word that the desk answers. A line {@code #} begins
 * one, {@code >} is what the customer writes (parted by {@code ||} what arrives together), {@code
 * ^} what they tap, {@code +} time that goes by; the rest is the desk's. With {@code
 * -Dconversations.rewrite=true} the answers are written anew, to be read in the difference.
 */
class ConversationsTest {
    private static final Path FOLDER =
            Path.of(
                    System.getProperty("conserje.root"),
                    "layers/testkit/src/test/resources/conversations");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void theDeskAnswersAsItIsWritten(Path file) throws IOException {
        String written = Files.readString(file);

        String played = played(written.lines().toList());

        if (Boolean.getBoolean("conversations.rewrite")) {
            Files.writeString(file, played);
        }
        assertEquals(written, played);
    }

    @Test
    void bothBusinessesConverseInBothLanguages() throws IOException {
        assertTrue(files().count() >= 4);
    }

    private static String played(List<String> lines) {
        List<String> out = new ArrayList<>();
        Customer customer = Customer.ofTheClinic();
        for (String line : lines) {
            if (line.isEmpty() || line.startsWith("  ")) {
                continue;
            }
            if (line.startsWith("#")) {
                customer = begin(line);
                if (!out.isEmpty()) {
                    out.add("");
                }
                out.add(line);
                continue;
            }
            out.add(line);
            answer(customer, line).forEach(out::add);
        }
        return String.join("\n", out) + "\n";
    }

    private static Customer begin(String line) {
        boolean school = line.contains("school");
        return school
                ? Customer.of(Clinics.school()).at(Clinics.inMexico("2026-11-24T10:00"))
                : Customer.of(Clinics.clinic()).at(Clinics.inMadrid("2026-11-24T10:00"));
    }

    private static Stream<String> answer(Customer customer, String line) {
        String said = line.substring(1).strip();
        switch (line.charAt(0)) {
            case '>' -> customer.writes(said.split(" \\|\\| ", -1));
            case '^' -> customer.tapsTitled(said);
            case '+' -> {
                customer.later(Duration.parse(said));
                return Stream.empty();
            }
            default -> throw new IllegalArgumentException("what is '" + line + "'?");
        }
        Stream<String> text = customer.answer().lines().map(it -> "  " + it);
        String options = String.join(" | ", customer.offeredTitles());
        return Stream.concat(
                text.map(it -> it.isBlank() ? "  ." : it),
                options.isEmpty() ? Stream.empty() : Stream.of("  { " + options + " }"));
    }
}
