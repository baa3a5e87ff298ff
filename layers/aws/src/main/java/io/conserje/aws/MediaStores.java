package io.conserje.aws;

import io.conserje.application.MediaStore;
import java.nio.file.Path;

/** Where files are kept: in the bucket, or on one machine in a folder that stands in for it. */
public final class MediaStores {
    private MediaStores() {}

    public static MediaStore of(AwsClients clients, Env env) {
        return env.get("MEDIA_FOLDER")
                .filter(folder -> !folder.isBlank())
                .<MediaStore>map(folder -> new FolderMediaStore(Path.of(folder)))
                .orElseGet(() -> new S3MediaStore(clients, env));
    }
}
