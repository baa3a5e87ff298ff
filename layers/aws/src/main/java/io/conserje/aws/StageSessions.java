package io.conserje.aws;

import io.conserje.application.session.Sessions;
import java.util.Optional;

/** The WhatsApp Web sessions of a stage; not every stage has a table for them. */
public final class StageSessions {
    private final Optional<Sessions> sessions;

    StageSessions(AwsClients clients, Env env) {
        sessions =
                env.get("SESSIONS_TABLE")
                        .filter(name -> !name.isBlank())
                        .map(name -> new DynamoSessions(clients, env));
    }

    public Optional<Sessions> get() {
        return sessions;
    }
}
