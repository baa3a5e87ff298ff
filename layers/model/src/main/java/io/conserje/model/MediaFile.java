package io.conserje.model;

/**
 * A file in the media bucket.
 *
 * @param key its name in the bucket; made by us: {@code received/} or {@code files/}, the project,
 *     and nothing that a customer wrote
 * @param mediaType what was found in its bytes, for example {@code image/jpeg}
 * @param bytes how many
 * @param sha256 of its bytes, 64 hexadecimal digits in lower case
 */
public record MediaFile(String key, String mediaType, long bytes, String sha256) {
    public MediaFile {
        Require.text(key, "key");
        Require.text(mediaType, "media type");
        Require.text(sha256, "sha256");
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes is " + bytes + ": a file has at least one");
        }
    }
}
