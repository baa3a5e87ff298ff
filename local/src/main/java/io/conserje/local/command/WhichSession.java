package io.conserje.local.command;

import io.conserje.aws.Env;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The session that is meant. */
final class WhichSession {
    @Mixin private Home home = new Home();

    @Mixin private Where where = new Where();

    @Option(names = "--session", paramLabel = "ACCOUNT", defaultValue = "demo")
    private String session = "demo";

    String session() {
        return session;
    }

    Env env(Texts texts) {
        return where.env(home, texts);
    }
}
