package io.conserje.local.emulator.meta;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Calls that are never answered: held open until the caller gives up, and then the connection is
 * closed without a word.
 */
final class HeldCalls implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    // Helidon tells no handler of its connection. The thread that opens one is the one that
    // serves it, so the reader is left there.
    private final ThreadLocal<@Nullable DataReader> connection = new ThreadLocal<>();
    private final Set<CountDownLatch> held = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** The server's way to HTTP/1.1, which must be this one for {@link #hold} to see who left. */
    ServerConnectionSelector selector() {
        return new Remembering(
                Http1ConnectionSelector.builder().config(Http1Config.create()).build());
    }

    /** How many calls are held now. */
    int size() {
        return held.size();
    }

    /** Returns only by an exception, which has the server close the connection. */
    void hold() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        held.add(over);
        try {
            if (!closed) {
                Thread unused = Thread.startVirtualThread(watch(connection.get(), over));
                boolean wasOver = over.await(LONGEST.toNanos(), TimeUnit.NANOSECONDS);
            }
        } finally {
            held.remove(over);
        }
        throw new CloseConnectionException("a call that is never answered");
    }

    /** A caller that left shows only when somebody reads; what is read here nobody misses. */
    private static Runnable watch(@Nullable DataReader caller, CountDownLatch over) {
        return () -> {
            try {
                while (caller != null) {
                    caller.pullData();
                }
            } catch (RuntimeException gone) {
                over.countDown();
            }
        };
    }

    @Override
    public void close() {
        closed = true;
        held.forEach(CountDownLatch::countDown);
    }

    private final class Remembering implements ServerConnectionSelector {
        private final ServerConnectionSelector http;

        Remembering(ServerConnectionSelector http) {
            this.http = http;
        }

        @Override
        public int bytesToIdentifyConnection() {
            return http.bytesToIdentifyConnection();
        }

        @Override
        public Support supports(BufferData data) {
            return http.supports(data);
        }

        @Override
        public Set<String> supportedApplicationProtocols() {
            return http.supportedApplicationProtocols();
        }

        @Override
        public ServerConnection connection(ConnectionContext context) {
            connection.set(context.dataReader());
            return http.connection(context);
        }
    }
}
