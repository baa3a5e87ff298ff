package io.conserje.testkit;

import io.conserje.application.Directory;
import io.conserje.engine.Business;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.ProjectId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The directory in a map. */
public final class InMemoryDirectory implements Directory {
    private final Map<AccountRef, Account> accounts = new ConcurrentHashMap<>();
    private final Map<ProjectId, Business> businesses = new ConcurrentHashMap<>();

    public InMemoryDirectory with(Account account) {
        accounts.put(account.ref(), account);
        return this;
    }

    public InMemoryDirectory with(Business business) {
        businesses.put(business.project(), business);
        return this;
    }

    @Override
    public Optional<Account> account(AccountRef ref) {
        return Optional.ofNullable(accounts.get(ref));
    }

    @Override
    public Optional<Business> business(ProjectId project) {
        return Optional.ofNullable(businesses.get(project));
    }

    @Override
    public List<ProjectId> projects() {
        return businesses.keySet().stream().sorted(Comparator.comparing(ProjectId::value)).toList();
    }
}
