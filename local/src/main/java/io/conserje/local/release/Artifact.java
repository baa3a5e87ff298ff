package io.conserje.local.release;

/**
 * A file of a release.
 *
 * @param file as the template names it
 */
public record Artifact(String file, String sha256, long bytes) {

    /** Where the release bucket keeps it: the same bytes always lie at the same place. */
    String key() {
        return "artifacts/" + sha256 + ".zip";
    }
}
