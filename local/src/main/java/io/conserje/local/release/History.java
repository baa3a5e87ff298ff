package io.conserje.local.release;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What ran on a stage, one object in the bucket for each deployment that came to its end. What runs
 * now is not asked here: the stack knows, whoever deployed it.
 */
final class History {
    /** As a deployment and its undoing: who goes back twice does not come out where they began. */
    enum How {
        DEPLOY,
        ROLLBACK
    }

    record Entry(How how, String release) {}

    private static final Pattern KEY =
            Pattern.compile("[0-9]{8}T[0-9.]+Z-(deploy|rollback)-[0-9a-f]{10}-([0-9a-f]{12})");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Bucket bucket;
    private final String folder;

    History(Bucket bucket, String stack) {
        this.bucket = bucket;
        this.folder = "stages/" + stack + "/";
    }

    void add(Instant when, How how, String releaseId) {
        String word = how.name().toLowerCase(Locale.ROOT);
        bucket.keep(folder + MOMENT.format(when) + "-" + word + "-" + releaseId, "{}");
    }

    Set<String> all() {
        return entries().stream().map(Entry::release).collect(Collectors.toUnmodifiableSet());
    }

    private List<Entry> entries() {
        return bucket.keys(folder).stream()
                .map(key -> KEY.matcher(key.substring(folder.length())))
                .filter(Matcher::matches)
                .map(key ->
                        new Entry(How.valueOf(key.group(1).toUpperCase(Locale.ROOT)), key.group(2)))
                .toList();
    }

    Optional<String> before(String running) {
        return before(entries(), running);
    }

    /** The release before the one that runs; what was gone back from does not count. */
    static Optional<String> before(List<Entry> entries, String running) {
        Deque<String> line = new ArrayDeque<>();
        for (Entry entry : entries) {
            if (entry.how() == How.ROLLBACK && line.contains(entry.release())) {
                while (!Objects.equals(line.peek(), entry.release())) {
                    line.pop();
                }
            } else if (!Objects.equals(line.peek(), entry.release())) {
                line.push(entry.release());
            }
        }
        if (Objects.equals(line.peek(), running)) {
            line.pop();
        }
        return Optional.ofNullable(line.peek());
    }
}
