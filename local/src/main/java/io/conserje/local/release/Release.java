package io.conserje.local.release;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What goes from stage to stage unchanged. Its id is a hash of the template and of each artifact,
 * and the zips are reproducible: the same sources are the same release, whoever builds them.
 *
 * @param template the hash of the template as it stands in the checkout
 */
public record Release(String id, String template, List<Artifact> artifacts) {
    private static final int ID = 12;
    private static final Pattern A_RELEASE = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern ON_A_STAGE = Pattern.compile("[0-9a-f]{10}-([0-9a-f]{12})");

    static Release of(String templateText, List<Artifact> artifacts) {
        List<Artifact> sorted =
                artifacts.stream().sorted(Comparator.comparing(Artifact::file)).toList();
        String template = Sha256.of(templateText);
        String all =
                sorted.stream()
                        .map(one -> one.file() + " " + one.sha256() + "\n")
                        .collect(Collectors.joining("", "", "template.yaml " + template + "\n"));
        return new Release(Sha256.of(all).substring(0, ID), template, sorted);
    }

    static boolean isId(String text) {
        return A_RELEASE.matcher(text).matches();
    }

    /** The release that a stack's parameter {@code ReleaseId} names; empty when it names none. */
    static Optional<String> onStage(String releaseId) {
        Matcher matcher = ON_A_STAGE.matcher(releaseId);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
