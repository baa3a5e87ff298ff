package io.conserje.local.command;

import io.conserje.application.session.Stranded;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoDirectory;
import io.conserje.aws.Env;
import io.conserje.aws.StoredTalks;
import io.conserje.local.emulator.session.SessionEmulator;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.TheOutsideWorld;
import io.conserje.wire.Wire;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What stands still while a session is not open. */
@TheOutsideWorld
final class Standstill {
    private Standstill() {}

    static List<Stranded> of(String session, AwsClients clients, Env env, Instant since) {
        DynamoDirectory directory =
                new DynamoDirectory(clients, env, new Wire(), InstantSource.system());
        List<AccountRef> accounts = directory.accounts().stream().map(Account::ref).toList();
        AccountRef account = new AccountRef(SessionEmulator.CHANNEL, session);
        return Stranded.of(account, accounts, StoredTalks.read(clients, env), since);
    }
}
