package io.conserje.local.command;

import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoDirectory;
import io.conserje.aws.Env;
import io.conserje.local.project.InvalidProject;
import io.conserje.local.project.Project;
import io.conserje.local.project.ProjectFile;
import io.conserje.model.TheOutsideWorld;
import io.conserje.wire.Wire;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a project's file and, with a table, puts it into the directory of a deployed stage. */
@Command(name = "apply")
@TheOutsideWorld
final class Apply implements Callable<Integer> {
    @Parameters(paramLabel = "FILE")
    private Path file;

    @Option(names = "--table", paramLabel = "DIRECTORY_TABLE")
    private Optional<String> table;

    private final Texts texts = Texts.ofSystem();

    @Override
    public Integer call() {
        Project project = read();
        if (table.isEmpty()) {
            System.out.println(texts.say("apply.valid", file));
            return 0;
        }
        Env env =
                name ->
                        name.equals("DIRECTORY_TABLE")
                                ? table
                                : Optional.ofNullable(System.getenv(name));
        try (AwsClients clients = new AwsClients(env)) {
            DynamoDirectory directory =
                    new DynamoDirectory(clients, env, new Wire(), InstantSource.system());
            directory.put(project.business());
            project.accounts().forEach(directory::put);
        }
        System.out.println(texts.say("apply.done", project.business().project(), table.get()));
        return 0;
    }

    private Project read() {
        try {
            return ProjectFile.read(file);
        } catch (InvalidProject e) {
            throw new Mistake(String.valueOf(e.getMessage()));
        }
    }
}
