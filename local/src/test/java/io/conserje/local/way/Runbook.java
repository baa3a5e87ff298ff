package io.conserje.local.way;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of {@code docs/runbooks}, as far as somebody types what it says.
 *
 * @param headings of its sections
 * @param typed the lines of its {@code sh} blocks, which are run
 * @param elsewhere the lines of its other blocks, which are not: what is typed on AWS
 * @param mentioned commands in its sentences
 */
record Runbook(
        String name,
        List<String> headings,
        List<String> typed,
        List<String> elsewhere,
        List<String> mentioned) {
    static final String PROGRAM = "./conserje";

    private static final Path PAGES = Checkout.ROOT.resolve("docs/runbooks");
    private static final Pattern BLOCK =
            Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^## (.+)$", Pattern.MULTILINE);
    private static final Pattern MENTIONED =
            Pattern.compile("`(" + Pattern.quote(PROGRAM) + " [^`]+)`");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");

    static Runbook read(String name) {
        try {
            return of(name, Files.readString(PAGES.resolve(name + ".md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Runbook of(String name, String page) {
        List<String> typed = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            lines(block.group(2)).forEach((block.group(1).equals("sh") ? typed : elsewhere)::add);
        }
        return new Runbook(
                name,
                HEADING.matcher(page).results().map(found -> found.group(1)).toList(),
                typed,
                elsewhere,
                MENTIONED
                        .matcher(BLOCK.matcher(page).replaceAll(""))
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    private static Stream<String> lines(String block) {
        return block.lines()
                .map(line -> COMMENT.matcher(line).replaceFirst("").strip())
                .filter(line -> !line.isEmpty());
    }

    /** All there are. */
    static List<String> names() {
        try (Stream<Path> pages = Files.list(PAGES)) {
            return pages.map(page -> page.getFileName().toString())
                    .filter(file -> file.endsWith(".md") && !file.equals("README.md"))
                    .map(file -> file.substring(0, file.length() - ".md".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every command of ours that stands anywhere on the page. */
    Stream<String> commands() {
        return Stream.of(typed, elsewhere, mentioned)
                .flatMap(List::stream)
                .filter(line -> line.startsWith(PROGRAM + " "));
    }
}
