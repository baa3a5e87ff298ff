package io.conserje.local.release;

import java.util.Locale;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** Makes the release bucket as {@code bootstrap.yaml} does, for who has not used that. */
final class NewBucket {
    /** The one region that must not be named. */
    private static final String FIRST_REGION = "us-east-1";

    private static final String ONLY_OVER_TLS =
            """
            {"Version":"2012-10-17","Statement":[{"Sid":"OnlyOverTls","Effect":"Deny","Principal":"*","Action":"s3:*",\
            "Resource":["arn:%1$s:s3:::%2$s","arn:%1$s:s3:::%2$s/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}\
            """;

    private final S3Client s3;

    NewBucket(S3Client s3) {
        this.s3 = s3;
    }

    void make(String name, String region, String partition) {
        CreateBucketRequest.Builder create = CreateBucketRequest.builder().bucket(name);
        if (!region.equals(FIRST_REGION)) {
            create.createBucketConfiguration(where -> where.locationConstraint(region));
        }
        s3.createBucket(create.build());
        try {
            secure(name, partition);
        } catch (RuntimeException e) {
            // It would be found the next time, and taken for safe.
            s3.deleteBucket(delete -> delete.bucket(name));
            throw e;
        }
    }

    private void secure(String name, String partition) {
        s3.putPublicAccessBlock(put ->
                put.bucket(name)
                        .publicAccessBlockConfiguration(block ->
                                block.blockPublicAcls(true)
                                        .blockPublicPolicy(true)
                                        .ignorePublicAcls(true)
                                        .restrictPublicBuckets(true)));
        s3.putBucketEncryption(put ->
                put.bucket(name)
                        .serverSideEncryptionConfiguration(encryption ->
                                encryption.rules(rule ->
                                        rule.applyServerSideEncryptionByDefault(by ->
                                                by.sseAlgorithm(ServerSideEncryption.AES256)))));
        s3.putBucketVersioning(put ->
                put.bucket(name)
                        .versioningConfiguration(
                                keep -> keep.status(BucketVersioningStatus.ENABLED)));
        s3.putBucketPolicy(put ->
                put.bucket(name)
                        .policy(String.format(Locale.ROOT, ONLY_OVER_TLS, partition, name)));
    }
}
