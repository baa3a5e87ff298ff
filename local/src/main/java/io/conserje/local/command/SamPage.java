package io.conserje.local.command;

import io.conserje.local.sam.Artifact;
import io.conserje.local.sam.Invoked;
import io.conserje.local.sam.Report;
import io.conserje.local.sam.Step;
import io.conserje.local.sam.Step.Failed;
import io.conserje.local.sam.Step.Passed;
import io.conserje.local.sam.Step.Skipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code verify sam} has to say, in lines. */
final class SamPage {
    private static final int A_LINE = 150;

    private final Texts texts;

    SamPage(Texts texts) {
        this.texts = texts;
    }

    String began(Step.Name step) {
        return texts.say("verify.step." + step) + " ...";
    }

    String image(String image, boolean ofAws) {
        return texts.say(ofAws ? "verify.image.aws" : "verify.image.here", image);
    }

    String ended(Step step) {
        return switch (step.outcome()) {
            case Passed passed -> texts.say("verify.passed", passed.detail());
            case Failed failed -> texts.say("verify.failed", indented(failed.why()));
            case Skipped skipped ->
                    texts.say(
                            "verify.skipped",
                            texts.say("verify.missing." + skipped.missing()),
                            skipped.detail().isBlank() ? "" : "\n" + indented(skipped.detail()));
        };
    }

    private static String indented(String text) {
        return text.strip().indent(4).stripTrailing().stripLeading();
    }

    String invoked(Invoked one) {
        String line =
                String.format(
                        Locale.ROOT,
                        "  %-6s %-21s %-29s %6.1f s  %s",
                        texts.say(one.ok() ? "verify.word.ok" : "verify.word.wrong"),
                        one.function(),
                        one.event(),
                        one.took().toMillis() / 1000.0,
                        one.lastLine().map(LogLine::of).map(SamPage::cut).orElse("-"));
        return one.wrong().map(why -> line + "\n         " + why).orElse(line);
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > A_LINE ? line.substring(0, A_LINE) + "..." : line;
    }

    private static String artifact(Artifact one) {
        return String.format(
                Locale.ROOT,
                "  %-55s %10d  %s  sha256 %s",
                one.file(),
                one.bytes(),
                one.key(),
                one.sha256());
    }

    List<String> summary(Report report, boolean allowMissing) {
        List<String> lines = new ArrayList<>(List.of("", texts.say("verify.summary")));
        report.steps()
                .forEach(step ->
                        lines.add(
                                String.format(
                                        Locale.ROOT,
                                        "%-30s %s",
                                        texts.say("verify.step." + step.name()),
                                        ended(step).strip())));
        if (!report.invoked().isEmpty()) {
            lines.add(texts.say("verify.invoked"));
            report.invoked().forEach(one -> lines.add(invoked(one)));
        }
        if (!report.artifacts().isEmpty()) {
            lines.add(texts.say("verify.artifacts"));
            report.artifacts().forEach(one -> lines.add(artifact(one)));
        }
        lines.add(verdict(report, allowMissing));
        return lines;
    }

    private String verdict(Report report, boolean allowMissing) {
        long skipped = report.steps().stream().filter(Step::skipped).count();
        if (report.steps().stream().anyMatch(Step::failed)) {
            return texts.say("verify.wrong");
        }
        if (skipped == 0) {
            return texts.say("verify.right");
        }
        return texts.say(allowMissing ? "verify.allowed" : "verify.incomplete", skipped);
    }
}
