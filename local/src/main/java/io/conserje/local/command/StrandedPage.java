package io.conserje.local.command;

import io.conserje.application.session.Stranded;
import io.conserje.model.AccountRef;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who waits at a number that nobody holds, and where they can be reached instead. */
record StrandedPage(Texts texts) {

    List<String> lines(List<Stranded> all, int hours) {
        if (all.isEmpty()) {
            return List.of(texts.say("stranded.none", hours));
        }
        List<String> lines = new ArrayList<>();
        add(
                lines,
                "stranded.elsewhere",
                all.stream().filter(one -> !one.elsewhere().isEmpty()).toList());
        add(lines, "stranded.here", all.stream().filter(one -> one.elsewhere().isEmpty()).toList());
        return lines;
    }

    private void add(List<String> lines, String title, List<Stranded> some) {
        if (!some.isEmpty()) {
            lines.add(texts.say(title, some.size()));
            some.forEach(one -> lines.add("  " + line(one)));
        }
    }

    private String line(Stranded one) {
        String who =
                one.contact()
                        .phone()
                        .map(phone -> "+" + phone)
                        .orElseGet(() -> texts.say("stranded.hidden"));
        String where =
                one.elsewhere().stream().map(AccountRef::toString).collect(Collectors.joining(" "));
        return String.join(
                        "  ",
                        one.wrote().truncatedTo(ChronoUnit.SECONDS).toString(),
                        who,
                        one.contact().name().orElse(""),
                        where,
                        one.conversation().value())
                .replaceAll(" {3,}", "  ");
    }
}
