package io.conserje.local.release;

import io.conserje.local.release.Refusal.Why;
import io.conserje.local.template.ParameterValues;
import io.conserje.local.template.TemplateError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

/**
 * The parameters of a release on a stage.
 *
 * @param releaseId of both: Lambda publishes no version for a change of variables alone, so a
 *     change of a parameter needs a new id as well
 * @param values all of them, as they take effect
 * @param kept those whose value the stack has already
 * @param passedOver what the configuration sets and this release does not know
 */
public record StageParameters(
        String releaseId, Map<String, String> values, Set<String> kept, List<String> passedOver) {
    private static final String RELEASE_ID = "ReleaseId";
    private static final String STAGE = "Stage";

    /**
     * So much of it SAM makes a version's name of: two ids that begin with the same ten characters
     * would be the same version ({@code LogicalIdGenerator.HASH_LENGTH} of samtranslator).
     */
    private static final int SEEN_BY_SAM = 10;

    /**
     * @param configured of the checkout, which may be newer than the release
     * @param previous the stack's
     */
    static StageParameters of(
            Release release,
            String template,
            Stage stage,
            Map<String, String> configured,
            Map<String, String> set,
            Map<String, String> previous) {
        Set<String> names = ParameterValues.names(template);
        refuseUnknown(names, set);
        Map<String, String> given = new TreeMap<>(configured);
        given.putAll(set);
        given.remove(RELEASE_ID);
        List<String> passedOver =
                given.keySet().stream().filter(name -> !names.contains(name)).toList();
        given.keySet().retainAll(names);
        String asked = given.getOrDefault(STAGE, stage.word());
        if (!asked.equals(stage.word())) {
            throw new Refusal(Why.WRONG_STAGE, stage.word(), asked);
        }
        given.put(STAGE, stage.word());
        Map<String, String> known = new TreeMap<>(previous);
        known.keySet().retainAll(names);
        known.remove(RELEASE_ID);
        Set<String> kept = new TreeSet<>(known.keySet());
        kept.removeAll(given.keySet());
        known.putAll(given);
        Map<String, String> values = effective(template, known);
        values.remove(RELEASE_ID);
        String releaseId = hash(release, values) + "-" + release.id();
        values.put(RELEASE_ID, releaseId);
        return new StageParameters(releaseId, values, kept, passedOver);
    }

    private static void refuseUnknown(Set<String> names, Map<String, String> set) {
        if (set.containsKey(RELEASE_ID)) {
            throw new Refusal(Why.RELEASE_ID_IS_COMPUTED);
        }
        for (String name : set.keySet()) {
            if (!names.contains(name)) {
                throw new Refusal(Why.UNKNOWN_PARAMETER, name, String.join(", ", names));
            }
        }
    }

    private static Map<String, String> effective(String template, Map<String, String> known) {
        try {
            return new LinkedHashMap<>(ParameterValues.of(template, known));
        } catch (TemplateError e) {
            throw new Refusal(Why.BAD_PARAMETERS, String.valueOf(e.getMessage()));
        }
    }

    private static String hash(Release release, Map<String, String> values) {
        String all =
                new TreeMap<>(values)
                        .entrySet().stream()
                                .map(one -> one.getKey() + "=" + one.getValue() + "\n")
                                .collect(Collectors.joining("", release.id() + "\n", ""));
        return Sha256.of(all).substring(0, SEEN_BY_SAM);
    }

    List<Parameter> forStack() {
        return values.entrySet().stream()
                .map(one ->
                        kept.contains(one.getKey())
                                ? Parameter.builder()
                                        .parameterKey(one.getKey())
                                        .usePreviousValue(true)
                                        .build()
                                : Parameter.builder()
                                        .parameterKey(one.getKey())
                                        .parameterValue(one.getValue())
                                        .build())
                .toList();
    }
}
