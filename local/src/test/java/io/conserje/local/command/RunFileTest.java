package io.conserje.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose line a command is on. */
class RunFileTest {
    private static final Texts TEXTS = Texts.of("en");

    private static RunFile running(String... lines) {
        return new RunFile(
                1,
                URI.create("http://localhost:1"),
                Map.of(),
                List.of(lines).stream()
                        .map(line -> line.split("/", 2))
                        .map(line ->
                                new RunFile.Line(
                                        line[0],
                                        line[1],
                                        line[0],
                                        URI.create("http://localhost:2")))
                        .toList());
    }

    private static String on(RunFile run, Optional<String> project, String channel) {
        RunFile.Line line = run.line(project, channel, TEXTS);
        return line.project() + "/" + line.channel();
    }

    @Test
    void it_is_on_the_line_of_the_project_and_of_the_channel() {
        RunFile both =
                running("demo/whatsapp", "demo/telegram", "school/whatsapp", "school/telegram");

        assertEquals("school/telegram", on(both, Optional.of("school"), "telegram"));
        assertEquals("demo/telegram", on(both, Optional.empty(), "telegram"));
    }

    @Test
    void the_only_project_need_not_be_named() {
        assertEquals(
                "bakery/whatsapp", on(running("bakery/whatsapp"), Optional.empty(), "whatsapp"));
    }

    @Test
    void a_project_that_is_not_there_is_told_with_those_that_are() {
        RunFile two = running("bakery/whatsapp", "school/whatsapp");

        assertEquals(
                "There is no project 'demo' here. There are: bakery, school. Choose one with"
                        + " --project",
                assertThrows(Mistake.class, () -> on(two, Optional.empty(), "whatsapp"))
                        .getMessage());
    }

    @Test
    void a_channel_that_a_project_is_not_on_is_told_with_those_that_it_is_on() {
        RunFile two = running("demo/whatsapp", "school/telegram");

        assertEquals(
                "Project 'demo' has no account on channel 'telegram'. It is on: whatsapp",
                assertThrows(Mistake.class, () -> on(two, Optional.empty(), "telegram"))
                        .getMessage());
    }
}
