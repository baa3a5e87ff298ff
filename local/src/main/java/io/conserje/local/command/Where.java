package io.conserje.local.command;

import io.conserje.aws.AwsClients;
import io.conserje.aws.Env;
import io.conserje.local.site.Site;
import io.conserje.local.template.Template;
import io.conserje.model.TheOutsideWorld;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** The tables and queues of what runs here, or of a deployed stage. */
@TheOutsideWorld
final class Where {
    /** It knows them all. */
    private static final String KNOWS = "HealthFunction";

    @Option(names = "--stage", paramLabel = "STAGE")
    private Optional<String> stage = Optional.empty();

    boolean isElsewhere() {
        return stage.isPresent();
    }

    Env env(Home home, Texts texts) {
        return stage.isEmpty()
                ? RunFile.require(home.data(), texts).env()
                : of(stage.get(), name -> Optional.ofNullable(System.getenv(name)));
    }

    /**
     * By the names that the template gives them.
     *
     * @param machine region and credentials, as the AWS command line has them
     */
    static Env of(String stage, Env machine) {
        Path template = Home.root().resolve("template.yaml");
        Map<String, String> named =
                Template.read(template, Map.of("Stage", stage, Site.SESSION, "any"))
                        .function(KNOWS)
                        .environment();
        Map<String, String> variables = new HashMap<>(named);
        try (AwsClients clients = new AwsClients(machine)) {
            SqsClient sqs = clients.sqs();
            variables.replaceAll(
                    (name, value) -> name.endsWith("_URL") ? url(sqs, name, value) : value);
        }
        return name -> Optional.ofNullable(variables.get(name)).or(() -> machine.get(name));
    }

    /** The template knows the name, and the account its address; not every stage has a session. */
    private static String url(SqsClient sqs, String variable, String made) {
        String name = made.substring(made.lastIndexOf('/') + 1);
        try {
            return sqs.getQueueUrl(get -> get.queueName(name)).queueUrl();
        } catch (QueueDoesNotExistException missing) {
            if (variable.startsWith("SESSION_")) {
                return "";
            }
            throw missing;
        }
    }
}
