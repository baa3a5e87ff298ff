package io.conserje.local.chaos;

import io.conserje.application.audit.Findings;
import java.time.Duration;

/**
 * What a run under fire showed.
 *
 * @param posted messages of customers that their providers had acknowledged
 * @param taken messages of ours that providers took
 * @param kills how often the process was killed
 * @param whileStarting how many of these before it was ready
 * @param settling how long it took from the last message until nothing was on its way
 */
public record ChaosReport(
        long posted,
        long taken,
        int kills,
        int whileStarting,
        Duration took,
        Duration settling,
        Findings findings) {}
