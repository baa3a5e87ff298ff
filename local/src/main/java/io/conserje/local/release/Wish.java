package io.conserje.local.release;

import java.util.Map;
import java.util.Optional;

/**
 * What is asked for.
 *
 * @param set parameters that are to be so from now on
 * @param commit the one that the release must have been built from
 * @param bucket another than the account's own
 * @param role what CloudFormation acts as, when not as who asks
 */
public record Wish(
        Stage stage,
        Take take,
        Map<String, String> set,
        Optional<String> commit,
        Optional<String> bucket,
        Optional<String> role,
        boolean yes,
        boolean outOfOrder,
        boolean allowReplacement) {

    /** Which release. */
    public sealed interface Take {
        /** What was built, on the first stage; on the others what the stage before runs. */
        record Next() implements Take {}

        record Named(String id) implements Take {}

        /** What ran here before. */
        record Previous() implements Take {}
    }
}
