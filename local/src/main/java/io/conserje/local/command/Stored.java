package io.conserje.local.command;

import io.conserje.application.Conversations;
import io.conserje.application.TemplateBook;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoConversations;
import io.conserje.aws.DynamoTemplateBook;
import io.conserje.aws.Env;
import io.conserje.model.TheOutsideWorld;
import io.conserje.wire.Wire;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Reads the tables: of what runs here, or of a deployed stage. */
@TheOutsideWorld
final class Stored {
    @Option(names = "--conversations-table", paramLabel = "TABLE")
    private Optional<String> conversationsTable = Optional.empty();

    @Option(names = "--project", paramLabel = "PROJECT")
    private Optional<String> project = Optional.empty();

    /** Of the stage, when its table is named. */
    Env env(Home home, Texts texts) {
        return conversationsTable.isEmpty()
                ? RunFile.require(home.data(), texts).env()
                : name ->
                        name.equals("CONVERSATIONS_TABLE")
                                ? conversationsTable
                                : Optional.ofNullable(System.getenv(name));
    }

    /** The one that is named, or all that run here. */
    List<String> projects(Home home, Texts texts) {
        return project.map(List::of)
                .orElseGet(() ->
                        RunFile.require(home.data(), texts).lines().stream()
                                .map(RunFile.Line::project)
                                .distinct()
                                .toList());
    }

    static Conversations conversations(AwsClients clients, Env env) {
        return new DynamoConversations(clients, env, new Wire(), new SecureRandom());
    }

    static TemplateBook templates(AwsClients clients, Env env) {
        return new DynamoTemplateBook(clients, env, new Wire());
    }
}
