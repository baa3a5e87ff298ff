package io.conserje.engine.when;

import java.time.LocalDate;

/** Why a date that was read cannot be taken as it is. */
public sealed interface Doubt {

    /**
     * There is no such day or time.
     *
     * @param said as it was written: "31 de febrero"
     */
    record Impossible(String said) implements Doubt {}

    /** It was before now, whichever way it is read. */
    record Past(LocalDate day) implements Doubt {}

    /** Two days are as likely: "next Friday" on a Wednesday. */
    record Either(LocalDate one, LocalDate other) implements Doubt {}
}
