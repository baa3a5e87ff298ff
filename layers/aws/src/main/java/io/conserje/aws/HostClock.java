package io.conserje.aws;

import java.time.InstantSource;

/** The clock of a host that has time of its own. */
@FunctionalInterface
public interface HostClock extends InstantSource {}
