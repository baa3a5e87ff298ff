package io.conserje.local.release;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a deployment tells as it goes. */
public sealed interface Told {
    /**
     * @param releaseId of the release with the stage's parameters
     * @param commits that are exactly this release; none when it was built from what no commit is
     * @param running the release that is there now
     */
    record Begins(
            Stage stage,
            String stack,
            String releaseId,
            Set<String> commits,
            Optional<String> running)
            implements Told {}

    /** Parameters of the configuration that this release does not have. */
    record PassedOver(List<String> parameters) implements Told {}

    record BucketMade(String name) implements Told {}

    /**
     * @param bucket where to
     * @param now whether they go up now, or would
     */
    record Uploads(List<Upload> uploads, String bucket, boolean now) implements Told {}

    /**
     * @param now whether they are carried out now, or would be
     */
    record Changes(List<Change> changes, boolean now) implements Told {}

    record Happened(Happening happening) implements Told {}
}
