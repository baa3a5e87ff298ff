package io.conserje.aws;

import io.conserje.application.MediaStore;
import io.conserje.application.Unavailable;
import io.conserje.model.MediaFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.model.GetObjectPresignRequest;

/**
 * The media bucket. It refuses an upload whose bytes are not those of the digest, and gives every
 * file out as one to save, never to show.
 */
final class S3MediaStore implements MediaStore {
    private final AwsClients clients;
    private final String bucket;

    S3MediaStore(AwsClients clients, Env env) {
        Variables variables = new Variables(env);
        this.clients = clients;
        this.bucket = variables.required("MEDIA_BUCKET");
        variables.check();
    }

    @Override
    public void put(MediaFile file, Path content) throws IOException {
        if (!Files.isReadable(content)) {
            throw new NoSuchFileException(content.toString(), null, "cannot be read");
        }
        try {
            clients.s3()
                    .putObject(
                            put ->
                                    put.bucket(bucket)
                                            .key(file.key())
                                            .contentType(file.mediaType())
                                            .contentDisposition("attachment")
                                            .checksumSHA256(checksum(file)),
                            RequestBody.fromFile(content));
        } catch (SdkException e) {
            throw new Unavailable("the media bucket", e);
        }
    }

    @Override
    public InputStream open(MediaFile file) throws IOException {
        try {
            return clients.s3().getObject(get -> get.bucket(bucket).key(file.key()));
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException(file.key());
        } catch (SdkException e) {
            throw new IOException("file " + file.key() + " cannot be had from the bucket", e);
        }
    }

    /** S3 ends it with the credentials of this process, however long it is asked to be good for. */
    @Override
    public Optional<URI> link(MediaFile file, Duration good) throws IOException {
        try {
            clients.s3().headObject(head -> head.bucket(bucket).key(file.key()));
            GetObjectPresignRequest request =
                    GetObjectPresignRequest.builder()
                            .signatureDuration(good)
                            .getObjectRequest(get -> get.bucket(bucket).key(file.key()))
                            .build();
            return Optional.of(
                    URI.create(clients.signer().presignGetObject(request).url().toExternalForm()));
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException(file.key());
        } catch (SdkException e) {
            throw new IOException("file " + file.key() + " cannot be had from the bucket", e);
        }
    }

    private static String checksum(MediaFile file) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256()));
    }
}
