package io.conserje.local.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoDirectory;
import io.conserje.aws.Env;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.ProviderEmulator;
import io.conserje.local.emulator.Status;
import io.conserje.local.emulator.session.SessionEmulator;
import io.conserje.local.project.Furnishing;
import io.conserje.local.project.Project;
import io.conserje.local.project.Projects;
import io.conserje.local.runtime.LocalCloud;
import io.conserje.local.runtime.Substitutes;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.TheOutsideWorld;
import io.conserje.wire.Wire;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One running system. */
public final class Site implements AutoCloseable {

    /**
     * @param root the checkout: its template and its projects
     * @param data where everything is kept
     * @param port of the HTTP API; 0 for any that is free
     * @param dial how the providers misbehave
     * @param receipts what the providers report of a message that they delivered
     * @param substitutes for what the functions would make for themselves
     * @param parameters of the template; the rest have their defaults
     * @param unplayed accounts whose provider nobody plays, and their secrets
     */
    public record Plan(
            Path root,
            Path data,
            int port,
            FaultDial dial,
            List<Status> receipts,
            Substitutes substitutes,
            Map<String, String> parameters,
            Map<AccountRef, Map<String, String>> unplayed) {

        /** With all receipts there are. */
        public Plan(Path root, Path data, int port, FaultDial dial) {
            this(
                    root,
                    data,
                    port,
                    dial,
                    List.of(Status.SENT, Status.DELIVERED, Status.READ),
                    Substitutes.NONE,
                    Map.of(),
                    Map.of());
        }

        public Plan with(List<Status> others) {
            return new Plan(root, data, port, dial, others, substitutes, parameters, unplayed);
        }

        public Plan with(Substitutes others) {
            return new Plan(root, data, port, dial, receipts, others, parameters, unplayed);
        }

        public Plan with(Map<String, String> others) {
            return new Plan(root, data, port, dial, receipts, substitutes, others, unplayed);
        }

        /** With a WhatsApp Web session that does not run: only what it says can be played. */
        public Plan withSilentSession(String session, Map<String, String> secrets) {
            Map<String, String> more = new TreeMap<>(parameters);
            more.put(SESSION, session);
            return new Plan(
                    root,
                    data,
                    port,
                    dial,
                    receipts,
                    substitutes,
                    more,
                    Map.of(new AccountRef(SessionEmulator.CHANNEL, session), secrets));
        }

        /** A number that lives on a phone is the first project's. */
        private List<Project> withSession(List<Project> projects) {
            String session = parameters.getOrDefault(SESSION, "");
            if (session.isEmpty() || projects.isEmpty()) {
                return projects;
            }
            List<Project> all = new ArrayList<>(projects);
            all.set(0, projects.getFirst().with(SessionEmulator.CHANNEL, session));
            return all;
        }

        private Map<String, String> allParameters() {
            Map<String, String> all = new TreeMap<>(Map.of("ReleaseId", "local"));
            all.putAll(parameters);
            return all;
        }
    }

    /** An account that somebody plays the provider of. */
    public record Line(Account account, ProviderEmulator emulator) {}

    /** The template's parameter that names the account of a WhatsApp Web session. */
    public static final String SESSION = "WhatsAppSession";

    private final LocalCloud cloud;
    private final List<Line> lines;

    private Site(LocalCloud cloud, List<Line> lines) {
        this.cloud = cloud;
        this.lines = lines;
    }

    /**
     * Starts all of it; what was in the data folder goes on where it was.
     *
     * @param progress gets a sentence for each step, and for everything that cannot be played here
     */
    public static Site start(Plan plan, Consumer<String> progress) {
        Site site = prepare(plan, progress);
        site.cloud.work();
        return site;
    }

    /** The same, but what is queued stays there: for who calls the functions one by one. */
    public static Site prepare(Plan plan, Consumer<String> progress) {
        List<Project> projects = plan.withSession(Projects.read(plan.root().resolve("projects")));
        Emulators emulators =
                new Emulators(plan.root(), plan.data().resolve("providers"), plan.receipts());
        Map<AccountRef, ProviderEmulator> played = new LinkedHashMap<>();
        for (Project project : projects) {
            for (Account account : project.accounts()) {
                if (plan.unplayed().containsKey(account.ref())) {
                    continue;
                }
                emulators
                        .start(account.ref(), plan.dial())
                        .ifPresentOrElse(
                                emulator -> played.put(account.ref(), emulator),
                                () ->
                                        progress.accept(
                                                "account "
                                                        + account.ref()
                                                        + ": nobody plays its provider here"));
            }
        }
        String secrets = secrets(played, plan.unplayed());
        LocalCloud cloud =
                LocalCloud.prepare(
                        new LocalCloud.Options(
                                plan.root().resolve("template.yaml"),
                                plan.data(),
                                plan.port(),
                                plan.allParameters(),
                                id -> Optional.of(secrets),
                                plan.substitutes()),
                        progress);
        played.values().stream()
                .filter(SessionEmulator.class::isInstance)
                .map(SessionEmulator.class::cast)
                .forEach(session -> session.connect(SessionEnv.of(cloud)));
        List<Line> lines = furnish(cloud, projects, played, progress);
        // Before they have anything else to do: a provider waits only so long for its answer.
        cloud.answer();
        lines.forEach(line ->
                line.emulator()
                        .subscribe(cloud.api().resolve("/messaging/" + line.account().ref())));
        registerTemplates(cloud, projects, played, progress);
        return new Site(cloud, lines);
    }

    private static String secrets(
            Map<AccountRef, ProviderEmulator> played,
            Map<AccountRef, Map<String, String>> unplayed) {
        Map<AccountRef, Map<String, String>> secrets = new HashMap<>(unplayed);
        played.forEach((account, emulator) -> secrets.put(account, emulator.secrets()));
        Map<String, String> all = new TreeMap<>();
        secrets.forEach((account, its) ->
                its.forEach((name, value) -> all.put(account + "/" + name, value)));
        try {
            return JsonMapper.builder().build().writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts can always be written", e);
        }
    }

    /** Puts projects and accounts into the directory, before anything looks there. */
    private static List<Line> furnish(
            LocalCloud cloud,
            List<Project> projects,
            Map<AccountRef, ProviderEmulator> played,
            Consumer<String> progress) {
        List<Line> lines = new ArrayList<>();
        Env env = cloud.environmentOf("MessagingFunction");
        try (AwsClients clients = new AwsClients(env)) {
            DynamoDirectory directory = directory(env, clients);
            for (Project project : projects) {
                directory.put(project.business());
                for (Account account : project.accounts()) {
                    ProviderEmulator emulator = played.get(account.ref());
                    Account known =
                            emulator == null
                                    ? unplayed(account, cloud)
                                    : withSettings(account, emulator.settings());
                    directory.put(known);
                    if (emulator != null) {
                        lines.add(new Line(known, emulator));
                    }
                }
                new Furnishing(clients, env).keepFiles(project);
                progress.accept("project " + project.business().project());
            }
        }
        return lines;
    }

    /** What is said to a session that does not run waits in its queue. */
    private static Account unplayed(Account account, LocalCloud cloud) {
        return account.ref().channel().equals(SessionEmulator.CHANNEL)
                ? withSettings(
                        account, Map.of("commands-queue", cloud.queueUrl("SessionCommandsQueue")))
                : account;
    }

    /** Once the providers can tell what they think of them. */
    private static void registerTemplates(
            LocalCloud cloud,
            List<Project> projects,
            Map<AccountRef, ProviderEmulator> played,
            Consumer<String> progress) {
        Env env = cloud.environmentOf("ConversationFunction");
        try (AwsClients clients = new AwsClients(env)) {
            Furnishing furnishing = new Furnishing(clients, env);
            for (Project project : projects) {
                List<Account> accounts = new ArrayList<>();
                for (Account account : project.accounts()) {
                    ProviderEmulator emulator = played.get(account.ref());
                    if (emulator != null) {
                        accounts.add(withSettings(account, emulator.settings()));
                    }
                }
                furnishing.registerTemplates(project, accounts).forEach(progress);
            }
        }
    }

    private static Account withSettings(Account account, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(account.settings());
        settings.putAll(more);
        return new Account(account.project(), account.ref(), settings);
    }

    @TheOutsideWorld
    private static DynamoDirectory directory(Env env, AwsClients clients) {
        return new DynamoDirectory(clients, env, new Wire(), InstantSource.system());
    }

    public LocalCloud cloud() {
        return cloud;
    }

    public List<Line> lines() {
        return lines;
    }

    @Override
    public void close() {
        lines.forEach(line -> line.emulator().close());
        cloud.close();
    }
}
