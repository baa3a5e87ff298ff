package io.conserje.application;

import io.conserje.channel.Secrets;
import io.conserje.model.AccountRef;

/** The secrets of all accounts of a stage. */
public interface SecretStore {
    Secrets of(AccountRef account);
}
