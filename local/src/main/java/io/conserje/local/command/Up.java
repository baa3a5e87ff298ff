package io.conserje.local.command;

import io.conserje.aws.Env;
import io.conserje.local.chaos.ServiceTrouble;
import io.conserje.local.chaos.TroubledFunctions;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Refused;
import io.conserje.local.site.Site;
import io.conserje.model.TheOutsideWorld;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the whole system and stays until it is told to go; or leaves it in the background. */
@Command(name = "up")
@TheOutsideWorld
final class Up implements Callable<Integer> {
    static final int PORT = 8420;

    @Mixin private Home home;

    @Option(names = "--detach")
    private boolean detach;

    @Option(names = "--port", paramLabel = "N", defaultValue = "" + PORT)
    private int port;

    @Option(names = "--faults", paramLabel = "DIAL", defaultValue = "")
    private String faults;

    /** For who wants to see it hold. */
    @Option(names = "--trouble", paramLabel = "DIAL", defaultValue = "")
    private String trouble;

    @Option(names = "--parameter", paramLabel = "NAME=VALUE")
    private Map<String, String> parameters = new TreeMap<>();

    @Option(names = "--whatsapp-session")
    private boolean session;

    private final Texts texts = Texts.ofSystem();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path data = home.data();
        RunFile.find(data)
                .ifPresent(run -> {
                    throw new Mistake(
                            texts.say("already-running", run.api(), Long.toString(run.pid())));
                });
        if (session) {
            parameters.putIfAbsent(Site.SESSION, "demo");
        }
        Files.createDirectories(home.logs());
        FaultDial dial = dial();
        TroubledFunctions services = services();
        return detach ? new Background(home, texts).start(options()) : stay(data, dial, services);
    }

    /** What a process in the background is to be started with. */
    private List<String> options() {
        List<String> all = new ArrayList<>(List.of("--port", Integer.toString(port)));
        all.addAll(List.of("--faults", faults, "--trouble", trouble));
        parameters.forEach((name, value) -> all.addAll(List.of("--parameter", name + "=" + value)));
        return all;
    }

    private FaultDial dial() {
        try {
            return FaultDial.parse(faults);
        } catch (Refused e) {
            throw new Mistake("--faults: " + e.getMessage());
        }
    }

    private TroubledFunctions services() {
        try {
            return new TroubledFunctions(ServiceTrouble.parse(trouble));
        } catch (Refused e) {
            throw new Mistake("--trouble: " + e.getMessage());
        }
    }

    private int stay(Path data, FaultDial dial, TroubledFunctions services)
            throws IOException, InterruptedException {
        System.setProperty("conserje.logs", home.logs().toString());
        try (FileChannel file =
                        FileChannel.open(
                                data.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            if (lock == null) {
                throw new Mistake(texts.say("data-in-use", data));
            }
            host(data, dial, services);
        }
        return 0;
    }

    private void host(Path data, FaultDial dial, TroubledFunctions services)
            throws InterruptedException {
        long begun = System.nanoTime();
        System.out.println(texts.say("up.starting", data));
        Site site =
                Site.start(
                        new Site.Plan(Home.root(), data, port, dial)
                                .with(services)
                                .with(parameters),
                        step -> System.out.println("  " + step));
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            over.countDown();
                            await(closed);
                        }));
        runFile(site).write(data);
        services.begin();
        long millis = (System.nanoTime() - begun) / 1_000_000;
        System.out.println(texts.say("up.ready", millis / 1000.0, site.cloud().api()));
        over.await();
        RunFile.remove(data);
        site.close();
        System.out.println(texts.say("up.closed"));
        closed.countDown();
    }

    private static void await(CountDownLatch closed) {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What commands of other processes read and write, and nothing else of the environment. */
    private static Map<String, String> variables(Site site) {
        Map<String, String> all = new TreeMap<>();
        Env env = site.cloud().environmentOf("HealthFunction");
        Stream<String> queues =
                Stream.of("INBOUND", "OUTBOUND", "DEFERRED", "RECEIPTS")
                        .flatMap(queue ->
                                Stream.of(queue + "_QUEUE_URL", queue + "_DEAD_LETTERS_URL"));
        Stream<String> rest =
                Stream.of(
                        "AWS_REGION",
                        "AWS_ENDPOINT_URL_DYNAMODB",
                        "AWS_ENDPOINT_URL_SQS",
                        "CONVERSATIONS_TABLE",
                        "BOOKINGS_TABLE",
                        "COORDINATION_TABLE",
                        "DIRECTORY_TABLE",
                        "SESSIONS_TABLE");
        Stream.concat(queues, rest)
                .forEach(name -> env.get(name).ifPresent(value -> all.put(name, value)));
        return all;
    }

    private static RunFile runFile(Site site) {
        URI api = site.cloud().api();
        return new RunFile(
                ProcessHandle.current().pid(),
                api,
                variables(site),
                site.lines().stream()
                        .map(line ->
                                new RunFile.Line(
                                        line.account().project().value(),
                                        line.account().ref().channel(),
                                        line.account().ref().account(),
                                        line.emulator().baseUri()))
                        .toList());
    }
}
