package io.conserje.local.project;

import io.conserje.engine.Business;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.MediaFile;
import io.conserje.model.Template;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a project's file says.
 *
 * @param templates those that are to be registered, by account
 * @param files what its topics show, and where it is now
 */
public record Project(
        Business business,
        List<Account> accounts,
        Map<AccountRef, List<Template>> templates,
        Map<MediaFile, Path> files) {
    public Project {
        accounts = List.copyOf(accounts);
        templates = Map.copyOf(templates);
        files = Map.copyOf(files);
    }

    /** With one more account, which needs no settings. */
    public Project with(String channel, String account) {
        List<Account> all = new ArrayList<>(accounts);
        all.add(new Account(business.project(), new AccountRef(channel, account), Map.of()));
        return new Project(business, all, templates, files);
    }
}
