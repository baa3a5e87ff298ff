package io.conserje.application;

import io.conserje.engine.Business;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.ProjectId;
import java.util.List;
import java.util.Optional;

/** The projects and their accounts. What it gives may be a minute old. */
public interface Directory {
    Optional<Account> account(AccountRef ref);

    Optional<Business> business(ProjectId project);

    /** All of them, in the order of their ids. */
    List<ProjectId> projects();
}
