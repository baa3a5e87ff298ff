package io.conserje.local.fuzz;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conserje.application.Channels;
import io.conserje.application.audit.Audit;
import io.conserje.application.audit.Evidence;
import io.conserje.aws.AwsClients;
import io.conserje.aws.Env;
import io.conserje.aws.StoredEvidence;
import io.conserje.aws.StoredQueues;
import io.conserje.local.bench.Settled;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.fuzz.Request.Header;
import io.conserje.local.runtime.RouteTable;
import io.conserje.local.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Plays cases over HTTP on a whole running system, down to the emulated providers. They share its
 * tables, so that each has customers of its own.
 */
public final class Far implements AutoCloseable {
    private static final Duration AT_MOST = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, String> NUMBER =
            Map.of(
                    "phoneNumberId", "106540352242922",
                    "displayPhoneNumber", "15550783881",
                    "businessAccountId", "102290129340398",
                    "appSecret", Desk.SIGNING.appSecret(),
                    "verifyToken", "a-verify-token",
                    "accessToken", "an-access-token");

    private static final Map<String, Object> BOT =
            Map.of(
                    "botId",
                    7000000001L,
                    "botUsername",
                    "los_robles_bot",
                    "botToken",
                    "7000000001:a-token",
                    "webhookSecret",
                    Desk.SIGNING.webhookSecret(),
                    "firstUpdateId",
                    412345678L);

    private final Desk desk;
    private final Mutator mutator;
    private final Complaints complaints = Complaints.listen();
    private final Site site;
    private final Line line;
    private final RouteTable routes;
    private final Posted posted;

    /**
     * @param data an empty folder
     */
    public Far(Path root, Path data, Optional<Path> more) {
        this.desk = Desk.read(root);
        this.mutator = new Mutator(Samples.read(root, more));
        account(data, "whatsapp", NUMBER);
        account(data, "telegram", BOT);
        this.site = Site.start(new Site.Plan(root, data, 0, FaultDial.OFF), step -> {});
        this.line = new Line(site.cloud().api());
        this.routes = new RouteTable(desk.template().routes());
        this.posted = new Posted(Channels.onClassPath(), desk);
    }

    /** The emulators are those whom the samples are written to. */
    private static void account(Path data, String channel, Map<String, ?> account) {
        try {
            Path folder = data.resolve("providers").resolve(channel).resolve(LineMutation.ACCOUNT);
            JSON.writeValue(
                    Files.createDirectories(folder).resolve("account.json").toFile(), account);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A case of which something should not have happened, for all that one alone can tell. */
    public Verdict play(Case one, long customer) {
        List<String> findings = new ArrayList<>();
        List<Integer> answers = new ArrayList<>();
        for (Request request : one.requests()) {
            Request ours = request.withBody(from(customer, request.body()));
            List<Header> headers = Desk.SIGNING.headers(ours);
            int status = line.status(ours, headers);
            answers.add(status);
            Expected.wrong(ours, status).ifPresent(findings::add);
            if (status == 200 && ours.method().equals("POST")) {
                findings.addAll(acknowledged(ours, headers));
            }
        }
        findings.addAll(complaints.all());
        return new Verdict(findings, answers, posted.size());
    }

    public Verdict play(long seed, long customer) {
        return play(mutator.of(seed), customer);
    }

    private List<String> acknowledged(Request request, List<Header> headers) {
        return routes.find(request.method(), request.path())
                .map(match ->
                        posted.acknowledged(
                                GatewayEvent.of(request, headers, match, "").body(),
                                match.route().path().split("/", -1)[2]))
                .orElse(List.of());
    }

    /** Numbers of the same length; what an earlier case said is not heard again. */
    private static byte[] from(long customer, byte[] body) {
        String digits = String.format(Locale.ROOT, "%05d", customer % 100_000);
        return new String(body, StandardCharsets.ISO_8859_1)
                .replace("507600000", "5076" + digits)
                .replace("1349120865530274", "13491208655" + digits)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What is wrong once everything is over. */
    public List<String> settle(Instant now) {
        Settled.await(site, AT_MOST);
        List<String> findings = new ArrayList<>(complaints.all());
        site.cloud().depths().stream()
                .filter(depth -> !depth.empty())
                .forEach(depth -> findings.add("left over in " + depth));
        Env env = site.cloud().environmentOf("HealthFunction");
        try (AwsClients clients = new AwsClients(env)) {
            Evidence evidence =
                    StoredEvidence.read(
                            clients,
                            env.get("CONVERSATIONS_TABLE").orElseThrow(),
                            env.get("BOOKINGS_TABLE").orElseThrow(),
                            List.of(desk.directory().business()),
                            new StoredQueues(clients, env).read());
            findings.addAll(posted.lost(evidence));
            Audit.of(evidence, Optional.empty(), now)
                    .violations()
                    .forEach(one -> findings.add(one.promise() + ": " + one.what()));
        }
        return findings;
    }

    @Override
    public void close() {
        site.close();
        complaints.close();
    }
}
