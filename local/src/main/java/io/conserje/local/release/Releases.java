package io.conserje.local.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The releases that a bucket keeps. {@code release.json} comes last: a release that has it is
 * whole. The commits stand beside it one by one, because several can have the same content.
 */
final class Releases {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Bucket bucket;

    Releases(Bucket bucket) {
        this.bucket = bucket;
    }

    Optional<Release> find(String id) {
        return bucket.text(folder(id) + "release.json").map(Releases::read);
    }

    /** The commits that were found to be exactly this. */
    Set<String> commits(String id) {
        String folder = folder(id) + "commits/";
        return bucket.keys(folder).stream()
                .map(key -> key.substring(folder.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    List<Upload> uploads(Built built) {
        return built.release().artifacts().stream()
                .map(one -> new Upload(one.file(), one.bytes(), bucket.has(one.key())))
                .toList();
    }

    void keepArtifacts(Built built) {
        for (Artifact one : built.release().artifacts()) {
            if (!bucket.has(one.key())) {
                bucket.keep(one.key(), built.file(one), one.sha256());
            }
        }
    }

    /** A template alone is no release yet: so much a dry run needs. */
    void keepTemplate(Built built) {
        bucket.keep(
                templateKey(built.release().id()),
                LocalFiles.inBucket(
                        built.templateText(), bucket.name(), built.release().artifacts()));
    }

    void keepRelease(Built built, Checkout checkout) {
        String id = built.release().id();
        bucket.keep(folder(id) + "release.json", write(built.release()));
        checkout.exactly().ifPresent(commit -> bucket.keep(folder(id) + "commits/" + commit, "{}"));
    }

    Optional<String> template(String id) {
        return bucket.text(templateKey(id));
    }

    String templateUrl(String id) {
        return bucket.url(templateKey(id));
    }

    private static String templateKey(String id) {
        return folder(id) + "template.yaml";
    }

    private static String folder(String id) {
        return "releases/" + id + "/";
    }

    private static Release read(String json) {
        try {
            return JSON.readValue(json, Release.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("release.json is not as it was written", e);
        }
    }

    private static String write(Release release) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(release);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts can always be written", e);
        }
    }
}
