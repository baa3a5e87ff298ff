package io.conserje.aws.priming;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conserje.aws.Env;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The events that a function plays, against stand-ins, with a second instance of itself: real
 * clients, real serialisers of the runtime, and no trace in the instance that goes into the
 * snapshot.
 *
 * @param <I> the event
 * @param <O> the answer
 */
public final class Rehearsal<I, O> {
    /** Enough for the compiler to have seen what matters; nobody waits for it meanwhile. */
    private static final int ROUNDS = 20;

    private static final int BAD = 400;
    private static final int NOT_FOUND = 404;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Type event;
    private final Type answer;
    private final Function<Scene, RequestHandler<I, O>> again;
    private final List<String> events = new ArrayList<>();
    private final List<Instant> moments = new ArrayList<>(List.of(Scene.NOON));

    private Rehearsal(Type event, Type answer, Function<Scene, RequestHandler<I, O>> again) {
        this.event = event;
        this.answer = answer;
        this.again = again;
    }

    /**
     * @param event the type that the handler declares for what it takes
     * @param answer the one for what it gives
     * @param again makes the handler another time, for a scene
     */
    public static <I, O> Rehearsal<I, O> of(
            Type event, Type answer, Function<Scene, RequestHandler<I, O>> again) {
        return new Rehearsal<>(event, answer, again);
    }

    /**
     * Adds events of the function's, as the folder {@code events/} has them.
     *
     * @param names without {@code .json}
     */
    public Rehearsal<I, O> playing(String function, String... names) {
        for (String name : names) {
            events.add(read("/events/" + function + "/" + name + ".json"));
        }
        return this;
    }

    /** Adds the last event once more for each of these, with other words in it. */
    public Rehearsal<I, O> saying(String words, String... others) {
        String last = events.getLast();
        if (!last.contains(words)) {
            throw new IllegalArgumentException("the event does not say '" + words + "'");
        }
        for (String other : others) {
            events.add(last.replace(words, other));
        }
        return this;
    }

    /** Plays all of it at this time as well: what is said may depend on it. */
    public Rehearsal<I, O> alsoAt(Instant moment) {
        moments.add(moment);
        return this;
    }

    private static String read(String resource) {
        try (InputStream in = Rehearsal.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException(resource + " is not in the function's zip");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("a resource of our own can always be read", e);
        }
    }

    /**
     * Plays them all.
     *
     * @return the answers that tell of a failure, as the runtime would post them
     */
    List<String> play(Env own) throws IOException {
        AtomicReference<Instant> now = new AtomicReference<>(Scene.NOON);
        try (LoopbackServer standIn = StandIn.start(Scene.NOON);
                Cast<I, O> cast =
                        new Cast<>(again.apply(Scene.at(standIn.address(), own, now::get)))) {
            Set<String> answers = new LinkedHashSet<>();
            for (int round = 0; round < ROUNDS; round++) {
                now.set(moments.get(round % moments.size()));
                answers.addAll(cast.play(this));
            }
            return answers.stream().filter(Rehearsal::isFailure).toList();
        }
    }

    /** The runtime's own, chosen as it chooses. */
    @SuppressWarnings("unchecked") // the handler's type says of what it is
    private static <T> PojoSerializer<T> serializer(Type type) {
        return (PojoSerializer<T>)
                (LambdaEventSerializers.isLambdaSupportedEvent(type.getTypeName())
                        ? LambdaEventSerializers.serializerFor(
                                (Class<?>) type, Rehearsal.class.getClassLoader())
                        : JacksonFactory.getInstance().getSerializer(type));
    }

    /** A batch with failures, or what HTTP says of a request that nobody understood. */
    private static boolean isFailure(String answer) {
        try {
            JsonNode read = JSON.readTree(answer);
            int status = read.path("statusCode").asInt();
            return !read.path("batchItemFailures").isEmpty()
                    || (status >= BAD && status != NOT_FOUND);
        } catch (IOException e) {
            return true;
        }
    }

    private record Cast<I, O>(RequestHandler<I, O> handler) implements AutoCloseable {
        List<String> play(Rehearsal<I, O> rehearsal) {
            return rehearsal.events.stream()
                    .map(event ->
                            play(event, serializer(rehearsal.event), serializer(rehearsal.answer)))
                    .toList();
        }

        private String play(String event, PojoSerializer<I> events, PojoSerializer<O> answers) {
            I read = events.fromJson(new ByteArrayInputStream(event.getBytes(UTF_8)));
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            answers.toJson(handler.handleRequest(read, new RehearsedCall()), written);
            return written.toString(UTF_8);
        }

        @Override
        public void close() {
            if (handler instanceof AutoCloseable closeable) {
                try {
                    closeable.close();
                } catch (Exception e) {
                    throw new IllegalStateException("the rehearsal could not be closed", e);
                }
            }
        }
    }
}
