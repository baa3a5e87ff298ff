package io.conserje.local.project;

import io.conserje.application.Channels;
import io.conserje.application.MediaStore;
import io.conserje.application.RegisterTemplates;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoTemplateBook;
import io.conserje.aws.Env;
import io.conserje.aws.ManagedSecrets;
import io.conserje.aws.MediaStores;
import io.conserje.model.Account;
import io.conserje.model.TheOutsideWorld;
import io.conserje.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Puts what a project's file brings besides its profile where the functions look for it. */
@TheOutsideWorld
public final class Furnishing {
    private final AwsClients clients;
    private final Env env;

    public Furnishing(AwsClients clients, Env env) {
        this.clients = clients;
        this.env = env;
    }

    /** The files that its topics show, into the media bucket. */
    public void keepFiles(Project project) {
        if (project.files().isEmpty()) {
            return;
        }
        MediaStore media = MediaStores.of(clients, env);
        project.files()
                .forEach((file, path) -> {
                    try {
                        media.put(file, path);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /**
     * Its templates, to the providers of its accounts.
     *
     * @param accounts with the settings that they really have
     * @return what could not be done, a sentence each
     */
    public List<String> registerTemplates(Project project, List<Account> accounts) {
        RegisterTemplates register =
                new RegisterTemplates(
                        Channels.onClassPath(),
                        new ManagedSecrets(clients, env, InstantSource.system()),
                        new DynamoTemplateBook(clients, env, new Wire()));
        List<String> faults = new ArrayList<>();
        for (Account account : accounts) {
            faults.addAll(
                    register.register(
                            account,
                            project.templates().getOrDefault(account.ref(), List.of()),
                            Instant.now()));
        }
        return faults;
    }
}
