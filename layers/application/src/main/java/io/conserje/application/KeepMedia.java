package io.conserje.application;

import io.conserje.model.Account;
import io.conserje.model.Content;
import io.conserje.model.Filing;
import java.time.Instant;

/** Brings a customer's file from the provider, whose link expires, into the media bucket. */
public interface KeepMedia {

    /**
     * @param arrivedAt when its webhook came; a file that cannot be had for minutes is given up
     * @throws Unavailable when it may be had later; doing it again is safe
     */
    Filing keep(Content.Media media, Account account, Instant arrivedAt, Instant now);
}
