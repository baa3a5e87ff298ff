package io.conserje.local.release;

import io.conserje.local.release.Refusal.Why;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files that a template names. They are exchanged as text: a YAML library would not give
 * CloudFormation's short tags and our comments back as they are.
 */
final class LocalFiles {
    private static final Pattern ANY =
            Pattern.compile("(?m)^[^#\\n]*\\b(?:CodeUri|ContentUri):.*$");
    private static final Pattern REFERENCE =
            Pattern.compile("^(\\s*(?:CodeUri|ContentUri): )([A-Za-z0-9_./-]+\\.zip)\\s*$");

    private LocalFiles() {}

    /** Each once, in the order of the alphabet. */
    static List<String> of(String template) {
        return ANY.matcher(template)
                .results()
                .map(line -> reference(line.group()).group(2))
                .distinct()
                .sorted()
                .toList();
    }

    /** The same template, which takes them from a bucket. */
    static String inBucket(String template, String bucket, List<Artifact> artifacts) {
        Map<String, Artifact> known =
                artifacts.stream().collect(Collectors.toMap(Artifact::file, one -> one));
        return ANY.matcher(template)
                .replaceAll(line -> Matcher.quoteReplacement(there(line.group(), bucket, known)));
    }

    private static String there(String line, String bucket, Map<String, Artifact> known) {
        Matcher reference = reference(line);
        Artifact artifact = known.get(reference.group(2));
        if (artifact == null) {
            throw new Refusal(Why.UNKNOWN_FILE, line.strip());
        }
        return reference.group(1) + "{ Bucket: " + bucket + ", Key: " + artifact.key() + " }";
    }

    /** What is written in another way would be left as it is, and fail only in the cloud. */
    private static Matcher reference(String line) {
        Matcher matcher = REFERENCE.matcher(line);
        if (!matcher.matches()) {
            throw new Refusal(Why.UNKNOWN_FILE, line.strip());
        }
        return matcher;
    }
}
