package io.conserje.local.command;

import io.conserje.aws.AwsClients;
import io.conserje.aws.Env;
import io.conserje.local.parked.ParkedWork;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands about parked messages have in common. */
final class ParkedDesk {
    @Mixin private Home home;

    @Mixin private Where where;

    @Option(names = "--operator", defaultValue = "${sys:user.name}")
    private String operator;

    <T> T with(Texts texts, Function<ParkedWork, T> what) {
        Env env = where.env(home, texts);
        try (AwsClients clients = new AwsClients(env)) {
            return what.apply(ParkedWork.of(clients, env, operator));
        }
    }
}
