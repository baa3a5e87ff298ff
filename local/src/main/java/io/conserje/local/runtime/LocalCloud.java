package io.conserje.local.runtime;

import io.conserje.aws.Env;
import io.conserje.local.template.Endpoints;
import io.conserje.local.template.Function;
import io.conserje.local.template.Mapping;
import io.conserje.local.template.Queue;
import io.conserje.local.template.Schedule;
import io.conserje.local.template.Template;
import io.conserje.local.template.TemplateError;
import io.conserje.model.TheOutsideWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole system of a template, running in this process. Data stays in its folder; closing keeps
 * it.
 */
public final class LocalCloud implements AutoCloseable {

    /**
     * @param apiPort 0 for any free one
     * @param parameters for the template; the rest have their defaults
     * @param secrets a secret's text by its id
     * @param substitutes for what the functions would make for themselves
     */
    public record Options(
            Path template,
            Path data,
            int apiPort,
            Map<String, String> parameters,
            java.util.function.Function<String, Optional<String>> secrets,
            Substitutes substitutes) {

        /** With the functions as they are. */
        public Options(
                Path template,
                Path data,
                int apiPort,
                Map<String, String> parameters,
                java.util.function.Function<String, Optional<String>> secrets) {
            this(template, data, apiPort, parameters, secrets, Substitutes.NONE);
        }
    }

    private static final int LOWEST_PORT = 20_000;
    private static final int LINUX_HANDS_OUT = 32_768;

    private final Closing closing;
    private final Template template;
    private final Servers servers;
    private final Functions functions;
    private final ReleaseServer releases;
    private final int port;
    private final Path media;
    private final RequestEvents events;
    private final ScheduleEvents scheduleEvents;

    private LocalCloud(
            Options options,
            RandomGenerator random,
            InstantSource clock,
            Closing closing,
            Consumer<String> progress) {
        this.closing = closing;
        Identifiers identifiers = new Identifiers(random);
        progress.accept("Embedded DynamoDB and SQS");
        this.servers = Servers.start(options.data(), options.secrets(), closing);
        this.media = options.data().resolve("media");
        this.port = options.apiPort() == 0 ? freePort(random) : options.apiPort();
        this.template =
                Template.read(
                        options.template(),
                        options.parameters(),
                        new Endpoints(
                                "http://127.0.0.1:" + port, servers.queues().uri().toString()));
        template.unknown().forEach(what -> progress.accept(what));
        progress.accept("Tables and queues");
        servers.make(template.tables(), template.queues());
        progress.accept("Functions");
        this.functions = closing.add(new Functions());
        this.releases = closing.add(ReleaseServer.start(functions));
        functions.host(template.functions(), this::env, options.substitutes(), identifiers);
        this.events = new RequestEvents(clock, identifiers);
        this.scheduleEvents = new ScheduleEvents(clock, identifiers);
    }

    /**
     * Starts all of it.
     *
     * @param progress told what it is about to do
     */
    public static LocalCloud start(Options options, Consumer<String> progress) {
        return prepare(options, progress).open();
    }

    /**
     * Starts the stores and the functions. What waits in the queues stays there and no request is
     * taken before {@link #open}, so that what the functions look up can be put in place first.
     */
    @TheOutsideWorld
    public static LocalCloud prepare(Options options, Consumer<String> progress) {
        Logging.quiet();
        Closing closing = new Closing();
        try {
            return new LocalCloud(
                    options, new SecureRandom(), InstantSource.system(), closing, progress);
        } catch (RuntimeException failed) {
            closing.close();
            throw failed;
        }
    }

    /** Takes requests and lets the consumers have what waits. All is closed when it cannot. */
    public LocalCloud open() {
        answer();
        return work();
    }

    /** Takes requests; what they queue stays there before {@link #work}. */
    public void answer() {
        orClose(() -> closing.add(new HttpFront(port, template.routes(), functions, events)));
    }

    /** Lets the consumers have what waits. */
    public LocalCloud work() {
        orClose(() -> {
            template.mappings().forEach(this::consume);
            closing.add(new Schedules(template.schedules(), this::ring));
        });
        return this;
    }

    private void orClose(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private void consume(Mapping mapping) {
        Queue queue = template.queue(mapping.queueId());
        closing.add(
                new QueuePoller(
                                mapping,
                                servers.clients().sqs(),
                                queueUrl(queue.id()),
                                Arn.queue(queue.name()),
                                functions.get(mapping.functionId())::invoke)
                        .start());
    }

    private void ring(Schedule schedule) {
        functions.get(schedule.functionId()).invoke(scheduleEvents.event(schedule));
    }

    public Template template() {
        return template;
    }

    public URI api() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public URI sqs() {
        return servers.queues().uri();
    }

    public URI dynamodb() {
        return servers.tables().uri();
    }

    public Env environmentOf(String functionId) {
        return env(template.function(functionId));
    }

    private FunctionEnv env(Function function) {
        return FunctionEnv.of(
                function, dynamodb(), sqs(), servers.secrets().uri(), releases.uri(), media);
    }

    public String tableName(String tableId) {
        return template.tables().stream()
                .filter(table -> table.id().equals(tableId))
                .findFirst()
                .orElseThrow(() -> new TemplateError("There is no table " + tableId))
                .name();
    }

    public String queueUrl(String queueId) {
        return sqs() + "/" + Arn.ACCOUNT + "/" + template.queue(queueId).name();
    }

    /**
     * Calls a function as `aws lambda invoke` does.
     *
     * @throws InvocationFailed when it failed or took too long
     */
    public byte[] invoke(String functionId, byte[] eventJson) {
        return switch (functions.get(functionId).invoke(eventJson)) {
            case Outcome.Answered(byte[] answer) -> answer;
            case Outcome.Failed(Throwable cause) -> throw new InvocationFailed(functionId, cause);
            case Outcome.TimedOut late -> throw new InvocationFailed(functionId, late.after());
        };
    }

    /** Whether nothing runs and no consumer has anything to do. */
    public boolean idle() {
        long before = functions.started();
        return functions.running() == 0
                && consumed().allMatch(QueueDepth::empty)
                && functions.running() == 0
                // A message that moved on between two looks would have started a function.
                && functions.started() == before;
    }

    private Stream<QueueDepth> consumed() {
        Set<String> consumed =
                template.mappings().stream().map(Mapping::queueId).collect(Collectors.toSet());
        return template.queues().stream()
                .filter(queue -> consumed.contains(queue.id()))
                .map(this::depth);
    }

    public List<QueueDepth> depths() {
        return template.queues().stream().map(this::depth).toList();
    }

    public QueueDepth depth(String queueId) {
        return depth(template.queue(queueId));
    }

    /** How many invocations of a function have begun and not ended. */
    public int running(String functionId) {
        return functions.get(functionId).running();
    }

    private QueueDepth depth(Queue queue) {
        return QueueDepth.of(queue.id(), servers.clients().sqs(), queueUrl(queue.id()));
    }

    /**
     * Below those that systems hand out to whoever asks for any (RFC 6335, section 6, has them from
     * 49152 on, Linux from 32768), so that nobody gets it until it is opened.
     */
    private static int freePort(RandomGenerator random) {
        while (true) {
            int port = random.nextInt(LOWEST_PORT, LINUX_HANDS_OUT);
            try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (BindException taken) {
                // Another one, then.
            } catch (IOException none) {
                throw new UncheckedIOException(none);
            }
        }
    }

    @Override
    public void close() {
        closing.close();
    }
}
