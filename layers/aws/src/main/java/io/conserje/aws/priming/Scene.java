package io.conserje.aws.priming;

import io.conserje.aws.Env;
import io.conserje.aws.HostClock;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * The world in which a function rehearses: its own variables, but every service is a stand-in, no
 * stage is production, and it is the time of the events.
 */
public record Scene(Env env, HostClock clock) {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:01Z");

    /**
     * @param clock the time of the scene, which may go on
     */
    static Scene at(URI standIn, Env own, HostClock clock) {
        return new Scene(
                name ->
                        switch (name) {
                            case "STAGE" -> Optional.of("rehearsal");
                            case String service when service.startsWith("AWS_ENDPOINT_URL_") ->
                                    Optional.of(standIn.toString());
                            default -> own.get(name);
                        },
                clock);
    }
}
