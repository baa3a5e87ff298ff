package io.conserje.local.command;

import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoDirectory;
import io.conserje.aws.Env;
import io.conserje.local.project.Furnishing;
import io.conserje.local.project.Project;
import io.conserje.local.project.ProjectFile;
import io.conserje.model.TheOutsideWorld;
import io.conserje.wire.Wire;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
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

    @Option(names = "--bucket", paramLabel = "MEDIA_BUCKET")
    private Optional<String> bucket = Optional.empty();

    @Option(names = "--secrets", paramLabel = "ID")
    private Optional<String> secrets = Optional.empty();

    private final Texts texts = Texts.ofSystem();

    @Override
    public Integer call() {
        Project project = ProjectFile.read(file);
        if (table.isEmpty()) {
            System.out.println(texts.say("apply.valid", file));
            return 0;
        }
        if (!project.files().isEmpty() && bucket.isEmpty()) {
            throw new Mistake(texts.say("apply.bucket", file));
        }
        Env env = this::variable;
        try (AwsClients clients = new AwsClients(env)) {
            Furnishing furnishing = new Furnishing(clients, env);
            // What topics name is there before the topics are.
            furnishing.keepFiles(project);
            DynamoDirectory directory =
                    new DynamoDirectory(clients, env, new Wire(), InstantSource.system());
            directory.put(project.business());
            project.accounts().forEach(directory::put);
            templates(project, furnishing).forEach(System.out::println);
        }
        System.out.println(texts.say("apply.done", project.business().project(), table.get()));
        return 0;
    }

    private List<String> templates(Project project, Furnishing furnishing) {
        boolean none = project.templates().values().stream().allMatch(List::isEmpty);
        if (secrets.isPresent()) {
            return furnishing.registerTemplates(project, project.accounts());
        }
        return none ? List.of() : List.of(texts.say("apply.templates"));
    }

    private Optional<String> variable(String name) {
        return switch (name) {
            case "DIRECTORY_TABLE" -> table;
            case "MEDIA_BUCKET" -> bucket;
            case "SECRETS_ID" -> secrets;
            default -> Optional.ofNullable(System.getenv(name));
        };
    }
}
