package io.conserje.local.simulation;

import io.conserje.engine.Business;
import io.conserje.local.project.OneBusiness;
import io.conserje.local.project.Project;
import io.conserje.local.project.Projects;
import io.conserje.local.template.Endpoints;
import io.conserje.local.template.Template;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What is the same in all runs: the template, a business of the demo projects, two accounts. */
record Scene(Template template, OneBusiness directory) {
    /** The provider reports what it took. */
    static final String PROVING = "proving";

    /** The provider reports nothing. */
    static final String SILENT = "silent";

    private static final String SOMEWHERE = "http://simulated";
    static final List<String> FUNCTIONS =
            List.of(
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
        List<Account> accounts = List.of(account(business, PROVING), account(business, SILENT));
        return new Scene(template, new OneBusiness(business, accounts));
    }

    private static Account account(Business business, String channel) {
        return new Account(business.project(), new AccountRef(channel, "demo"), Map.of());
    }
}
