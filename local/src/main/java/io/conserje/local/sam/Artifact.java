package io.conserje.local.sam;

/**
 * A file that a deployment uploads.
 *
 * @param file as the template names it
 * @param key under which the SAM CLI keeps it: a digest, so that nothing is uploaded twice
 */
public record Artifact(String file, String key, long bytes, String sha256) {}
