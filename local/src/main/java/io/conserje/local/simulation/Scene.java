package io.conserje.local.simulation;

import io.conserje.engine.Business;
import io.conserje.local.project.Project;
import io.conserje.local.project.Projects;
import io.conserje.local.template.Endpoints;
import io.conserje.local.template.Template;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.ProjectId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is the same in all runs: the template, a business of the demo projects, two accounts. */
record Scene(Template template, Business business, List<Account> accounts) {
    /** The provider reports what it took. */
    static final String PROVING = "proving";

    /** The provider reports nothing. */
    static final String SILENT = "silent";

    private static final String SOMEWHERE = "http://simulated";
    private static final Set<String> NEEDED =
            Set.of(
                    "MessagingFunction",
                    "ConversationFunction",
                    "DeliveryFunction",
                    "DeferredFunction",
                    "ReceiptsFunction",
                    "AppointmentsFunction");

    /**
     * @param root of the project
     */
    static Scene read(Path root) {
        Template template =
                Template.read(
                        root.resolve("template.yaml"),
                        Map.of("DoubtSeconds", "20"),
                        new Endpoints(SOMEWHERE, SOMEWHERE));
        Business business =
                Projects.read(root.resolve("projects")).stream()
                        .map(Project::business)
                        .filter(it -> !it.appointments().services().isEmpty())
                        .findFirst()
                        .orElseThrow();
        return new Scene(
                template, business, List.of(account(business, PROVING), account(business, SILENT)));
    }

    private static Account account(Business business, String channel) {
        return new Account(business.project(), new AccountRef(channel, "demo"), Map.of());
    }

    boolean needs(String functionId) {
        return NEEDED.contains(functionId);
    }

    Optional<Account> account(AccountRef ref) {
        return accounts.stream().filter(one -> one.ref().equals(ref)).findFirst();
    }

    Optional<Business> business(ProjectId project) {
        return project.equals(business.project()) ? Optional.of(business) : Optional.empty();
    }

    /** A queue's name by its id. */
    String queue(String id) {
        return template.queue(id).name();
    }

    /** By the name that the functions know it by. */
    String table(String variable) {
        return template.functions().stream()
                .flatMap(function ->
                        Optional.ofNullable(function.environment().get(variable)).stream())
                .findFirst()
                .orElseThrow();
    }
}
