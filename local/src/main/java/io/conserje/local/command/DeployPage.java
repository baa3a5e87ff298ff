package io.conserje.local.command;

import io.conserje.local.release.Change;
import io.conserje.local.release.Happening;
import io.conserje.local.release.Outcome;
import io.conserje.local.release.Refusal;
import io.conserje.local.release.Told;
import io.conserje.local.release.Upload;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code deploy} and {@code rollback} have to say, in lines. */
final class DeployPage {
    private final Texts texts;

    DeployPage(Texts texts) {
        this.texts = texts;
    }

    List<String> told(Told told) {
        return switch (told) {
            case Told.Begins begins -> begins(begins);
            case Told.PassedOver over ->
                    List.of(texts.say("deploy.passed-over", String.join(", ", over.parameters())));
            case Told.BucketMade made -> List.of(texts.say("deploy.bucket", made.name()));
            case Told.Uploads uploads -> uploads(uploads);
            case Told.Changes changes -> changes(changes);
            case Told.Happened happened -> List.of(happened(happened.happening()));
        };
    }

    private List<String> begins(Told.Begins begins) {
        String commits =
                begins.commits().isEmpty()
                        ? texts.say("deploy.uncommitted")
                        : String.join(", ", begins.commits());
        return List.of(
                texts.say("deploy.begins", begins.stage().word(), begins.stack()),
                texts.say("deploy.release", begins.releaseId(), commits),
                begins.running()
                        .map(running -> texts.say("deploy.running", running))
                        .orElseGet(() -> texts.say("deploy.new")));
    }

    private List<String> uploads(Told.Uploads uploads) {
        List<String> lines = new ArrayList<>();
        lines.add(
                texts.say(
                        uploads.now() ? "deploy.uploads.now" : "deploy.uploads.would",
                        uploads.bucket()));
        uploads.uploads().forEach(one -> lines.add(upload(one)));
        if (!uploads.now()) {
            lines.add(texts.say("deploy.uploads.template"));
        }
        return lines;
    }

    private String upload(Upload one) {
        return String.format(
                Locale.ROOT,
                "  %-55s %10d  %s",
                one.file(),
                one.bytes(),
                texts.say(one.there() ? "deploy.word.there" : "deploy.word.new"));
    }

    private List<String> changes(Told.Changes changes) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.say(changes.now() ? "deploy.changes.now" : "deploy.changes.would"));
        changes.changes().forEach(one -> lines.add(change(one)));
        changes.changes().stream()
                .filter(Change::loses)
                .forEach(one ->
                        lines.add(
                                texts.say(
                                        one.action().equals("Remove")
                                                ? "deploy.loses.removed"
                                                : "deploy.loses.replaced",
                                        one.resource(),
                                        one.type())));
        return lines;
    }

    private static String change(Change one) {
        return String.format(
                        Locale.ROOT,
                        "  %-8s %-42s %-40s %s",
                        one.action(),
                        one.resource(),
                        one.type(),
                        one.replacement())
                .stripTrailing();
    }

    private static String happened(Happening one) {
        Instant second = one.at().truncatedTo(ChronoUnit.SECONDS);
        return String.format(
                        Locale.ROOT,
                        "  %s  %-32s %-42s %s",
                        second,
                        one.status(),
                        one.resource(),
                        one.failed() ? one.reason() : "")
                .stripTrailing();
    }

    List<String> ended(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Shown shown -> List.of(texts.say("deploy.shown"));
            case Outcome.Unchanged same -> List.of(texts.say("deploy.unchanged", same.releaseId()));
            case Outcome.NotPlanned failed ->
                    List.of(texts.say("deploy.not-planned", failed.reason()));
            case Outcome.Done done -> List.of(done(done));
            case Outcome.Undone undone -> undone(undone);
        };
    }

    private String done(Outcome.Done done) {
        String word = done.health().word();
        String there = done.health().release();
        if (done.seen()) {
            return texts.say("deploy.done", done.releaseId(), word);
        }
        return texts.say("deploy.unseen", done.releaseId(), there.isEmpty() ? "-" : there, word);
    }

    private List<String> undone(Outcome.Undone undone) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.say("deploy.undone", undone.status()));
        undone.failures()
                .forEach(one ->
                        lines.add(
                                String.format(
                                        Locale.ROOT, "  %-42s %s", one.resource(), one.reason())));
        return lines;
    }

    String refused(Refusal refusal) {
        return texts.say("deploy.refused." + refusal.why(), refusal.values().toArray());
    }

    String unreachable(Exception e) {
        return texts.say("deploy.aws", String.valueOf(e.getMessage()));
    }
}
