package io.conserje.local.release;

import io.conserje.local.release.Refusal.Why;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The bucket that keeps releases. An object is written once: who comes second finds it there. Each
 * call names the account that must own it, since anybody can guess a bucket's name and take it.
 */
final class Bucket {
    private static final int TAKEN = 412;
    private static final int BEING_WRITTEN = 409;
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;

    private final S3Client s3;
    private final String name;
    private final String owner;

    Bucket(S3Client s3, String name, String owner) {
        this.s3 = s3;
        this.name = name;
        this.owner = owner;
    }

    String name() {
        return name;
    }

    /** Whether it is there. */
    boolean exists() {
        try {
            s3.headBucket(head -> head.bucket(name).expectedBucketOwner(owner));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == FORBIDDEN) {
                throw new Refusal(Why.FOREIGN_BUCKET, name, owner);
            }
            return otherwise(e, NOT_FOUND);
        }
    }

    boolean has(String key) {
        try {
            s3.headObject(head -> head.bucket(name).key(key).expectedBucketOwner(owner));
            return true;
        } catch (S3Exception e) {
            return otherwise(e, NOT_FOUND);
        }
    }

    void keep(String key, Path file, String sha256) {
        keep(key, RequestBody.fromFile(file), sha256);
    }

    void keep(String key, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        keep(key, RequestBody.fromBytes(bytes), Sha256.of(bytes));
    }

    private void keep(String key, RequestBody body, String sha256) {
        String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
        try {
            s3.putObject(
                    put ->
                            put.bucket(name)
                                    .key(key)
                                    .ifNoneMatch("*")
                                    .checksumSHA256(checksum)
                                    .expectedBucketOwner(owner),
                    body);
        } catch (S3Exception e) {
            // The key says what it holds, so what is there, or is being written, is the same.
            if (e.statusCode() != TAKEN && e.statusCode() != BEING_WRITTEN) {
                throw e;
            }
        }
    }

    Optional<String> text(String key) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(get -> get.bucket(name).key(key).expectedBucketOwner(owner))
                            .asUtf8String());
        } catch (NoSuchKeyException nothing) {
            return Optional.empty();
        }
    }

    /** In the order of the alphabet. */
    List<String> keys(String prefix) {
        return s3
                .listObjectsV2Paginator(
                        list -> list.bucket(name).prefix(prefix).expectedBucketOwner(owner))
                .contents()
                .stream()
                .map(S3Object::key)
                .sorted()
                .toList();
    }

    /** For CloudFormation, which reads it with the rights of who asks it to. */
    String url(String key) {
        return s3.utilities().getUrl(get -> get.bucket(name).key(key)).toString();
    }

    private static boolean otherwise(S3Exception e, int expected) {
        if (e.statusCode() == expected) {
            return false;
        }
        throw e;
    }
}
