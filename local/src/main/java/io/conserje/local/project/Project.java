package io.conserje.local.project;

import io.conserje.engine.Business;
import io.conserje.model.Account;
import java.util.List;

/** What a project's file says. */
public record Project(Business business, List<Account> accounts) {
    public Project {
        accounts = List.copyOf(accounts);
    }
}
