package io.conserje.release;

import com.fasterxml.jackson.databind.JsonNode;

/** The new versions, as a check calls them. */
interface Deployed {
    /**
     * @param version an ARN with the version's number
     */
    Answer call(String version, JsonNode event);

    /** How a call ended. */
    sealed interface Answer {
        record Returned(JsonNode value) implements Answer {}

        /** The function threw, ran out of time, or could not be called. */
        record Failed(String why) implements Answer {}
    }
}
