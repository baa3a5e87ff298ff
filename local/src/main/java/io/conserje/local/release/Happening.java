package io.conserje.local.release;

import java.time.Instant;

/** Something that happened to a resource of a stack. */
public record Happening(Instant at, String resource, String type, String status, String reason) {
    public boolean failed() {
        return status.endsWith("_FAILED");
    }
}
