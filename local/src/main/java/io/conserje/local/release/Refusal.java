package io.conserje.local.release;

import java.util.List;

/** What was asked for is not done, and nothing was: the user can mend it, and is told how. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Each has its words under {@code deploy.refused.}. */
    public enum Why {
        NO_SUCH_STAGE,
        NOT_BUILT,
        UNKNOWN_FILE,
        BAD_CONFIG,
        BAD_PARAMETERS,
        UNKNOWN_PARAMETER,
        RELEASE_ID_IS_COMPUTED,
        WRONG_STAGE,
        BAD_RELEASE,
        NO_SUCH_RELEASE,
        NOTHING_BEFORE,
        NOT_A_RELEASE,
        OTHER_COMMIT,
        UNCOMMITTED,
        OUT_OF_ORDER,
        NO_STACK,
        NO_RELEASE_BEFORE,
        BUSY,
        MUST_BE_DELETED,
        MUST_BE_CONTINUED,
        FOREIGN_BUCKET,
        WOULD_LOSE
    }

    private final Why why;
    private final transient List<Object> values;

    Refusal(Why why, Object... values) {
        super(why + " " + List.of(values));
        this.why = why;
        this.values = List.of(values);
    }

    public Why why() {
        return why;
    }

    public List<Object> values() {
        return values;
    }
}
