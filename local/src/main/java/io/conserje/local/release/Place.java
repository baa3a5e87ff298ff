package io.conserje.local.release;

import java.util.Optional;
import java.util.Set;

/**
 * Where releases are kept, whether or not it is there yet.
 *
 * @param exists whether the bucket was there when the deployment began
 */
record Place(Bucket bucket, Releases releases, boolean exists) {
    static Place of(Bucket bucket) {
        return new Place(bucket, new Releases(bucket), bucket.exists());
    }

    Optional<Release> find(String id) {
        return exists ? releases.find(id) : Optional.empty();
    }

    Set<String> commits(String id) {
        return exists ? releases.commits(id) : Set.of();
    }

    Optional<History> history(String stack) {
        return exists ? Optional.of(new History(bucket, stack)) : Optional.empty();
    }
}
