package io.conserje.local.project;

import io.conserje.application.Directory;
import io.conserje.engine.Business;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.ProjectId;
import java.util.List;
import java.util.Optional;

/** A directory with one business in it. */
public record OneBusiness(Business business, List<Account> accounts) implements Directory {

    @Override
    public Optional<Account> account(AccountRef ref) {
        return accounts.stream().filter(one -> one.ref().equals(ref)).findFirst();
    }

    @Override
    public Optional<Business> business(ProjectId project) {
        return project.equals(business.project()) ? Optional.of(business) : Optional.empty();
    }

    @Override
    public List<ProjectId> projects() {
        return List.of(business.project());
    }
}
