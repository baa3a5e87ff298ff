package io.conserje.local.sam;

import java.util.List;

/** All that came of it. */
public record Report(List<Step> steps, List<Invoked> invoked, List<Artifact> artifacts) {

    /**
     * @param allowMissing whether what could not be tried is no failure
     */
    public boolean holds(boolean allowMissing) {
        return steps.stream().noneMatch(Step::failed)
                && (allowMissing || steps.stream().noneMatch(Step::skipped));
    }
}
