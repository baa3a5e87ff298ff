package io.conserje.local.fuzz;

import io.conserje.channel.Secrets;
import io.conserje.engine.Business;
import io.conserje.local.project.OneBusiness;
import io.conserje.local.project.Project;
import io.conserje.local.project.Projects;
import io.conserje.local.template.Endpoints;
import io.conserje.local.template.Template;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The business that the samples are written to, with an account on each channel. */
record Desk(Template template, OneBusiness directory) {
    /** When the samples were sent. */
    static final Instant NOW = Instant.ofEpochSecond(1_795_262_401);

    static final Signing SIGNING = new Signing("an-app-secret", "a-webhook-secret");

    private static final String SOMEWHERE = "http://nowhere";
    private static final Map<String, String> NUMBER =
            Map.of(
                    "phone-number-id", "106540352242922",
                    "business-account-id", "102290129340398");
    private static final Map<String, String> BOT =
            Map.of("bot-id", "7000000001", "bot-username", "los_robles_bot");
    private static final Map<String, String> SECRETS =
            Map.of(
                    "app-secret", SIGNING.appSecret(),
                    "verify-token", "a-verify-token",
                    "access-token", "an-access-token",
                    "bot-token", "7000000001:a-token",
                    "webhook-secret", SIGNING.webhookSecret());

    static Desk read(Path root) {
        Template template =
                Template.read(
                        root.resolve("template.yaml"),
                        Map.of(),
                        new Endpoints(SOMEWHERE, SOMEWHERE));
        Business business =
                Projects.read(root.resolve("projects")).stream()
                        .map(Project::business)
                        .filter(it -> it.project().value().equals(LineMutation.ACCOUNT))
                        .findFirst()
                        .orElseThrow();
        return new Desk(
                template,
                new OneBusiness(
                        business,
                        List.of(
                                account(business, "whatsapp", NUMBER),
                                account(business, "telegram", BOT))));
    }

    private static Account account(Business of, String channel, Map<String, String> settings) {
        return new Account(of.project(), new AccountRef(channel, LineMutation.ACCOUNT), settings);
    }

    static Secrets secrets(AccountRef account) {
        return name -> Optional.ofNullable(SECRETS.get(name)).orElseThrow();
    }
}
