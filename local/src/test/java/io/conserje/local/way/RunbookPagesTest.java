package io.conserje.local.way;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.command.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What stands on the runbooks' pages, before anything is the matter. */
class RunbookPagesTest {
    private static final Pattern NAMED = Pattern.compile("docs/runbooks/([\\w-]+)\\.md");

    static List<String> pages() {
        return Runbook.names();
    }

    @Test
    void every_page_is_followed_by_a_test() {
        List<String> followed =
                Stream.of(RunbooksTest.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .map(method -> method.getName().replace('_', '-'))
                        .sorted()
                        .toList();

        assertEquals(pages(), followed);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_has_all_that_somebody_at_night_looks_for(String page) {
        List<String> headings = Runbook.read(page).headings();

        assertTrue(
                headings.containsAll(
                        List.of("You see", "Look", "Mend", "Know that it is over", "On AWS")),
                headings::toString);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_command_and_option_exists_wherever_it_stands(String page) {
        List<String> commands = Runbook.read(page).commands().toList();

        assertFalse(commands.isEmpty());
        assertAll(commands.stream().map(line -> () -> understand(line)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void only_what_is_typed_on_aws_is_not_run(String page) {
        for (String line : Runbook.read(page).elsewhere()) {
            assertTrue(
                    line.startsWith("aws ") || line.startsWith("curl ") || line.contains("STAGE"),
                    line);
        }
    }

    @Test
    void what_does_not_exist_is_found() {
        assertThrows(CommandLine.ParameterException.class, () -> understand("./conserje reply ID"));
        assertThrows(
                CommandLine.ParameterException.class,
                () -> understand("./conserje parked --everything"));
    }

    @Test
    void a_line_that_was_left_out_is_found() {
        Runbook page = Runbook.of("page", "```sh\n./conserje parked  # all\n```\n");

        assertEquals(List.of("./conserje parked"), page.typed());
        Operator operator = new Operator(page, Path.of("."));
        assertThrows(AssertionError.class, operator::isDone);
        assertThrows(AssertionError.class, () -> operator.types("./conserje health"));
    }

    @Test
    void an_alarm_names_a_page_that_is_there() throws IOException {
        String template = Files.readString(Checkout.ROOT.resolve("template.yaml"));
        List<String> named = NAMED.matcher(template).results().map(RunbookPagesTest::page).toList();

        assertFalse(named.isEmpty());
        assertTrue(pages().containsAll(named), named::toString);
    }

    @Test
    void the_index_names_every_page() throws IOException {
        String index = Files.readString(Checkout.ROOT.resolve("docs/runbooks/README.md"));

        pages().forEach(page -> assertTrue(index.contains("(" + page + ".md)"), page));
    }

    private static String page(MatchResult found) {
        return found.group(1);
    }

    private static void understand(String line) {
        List<String> words = Operator.split(line);
        Terminal.understand(words.subList(1, words.size()));
    }
}
