package io.conserje.local.bench.start;

import io.conserje.aws.priming.LoopbackServer;
import io.conserje.aws.priming.StandIn;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** The services, which can stop to answer those who are connected already. */
final class Cloud implements AutoCloseable {
    private final StandIn standIn;
    private final LoopbackServer server;
    private final CompletableFuture<LoopbackServer.Answer> never = new CompletableFuture<>();
    private volatile int frozen;

    Cloud(Instant now) throws IOException {
        standIn = new StandIn();
        server = LoopbackServer.start(this::answer);
        standIn.at(server.address(), now);
    }

    String address() {
        return server.address().toString();
    }

    void freeze() {
        frozen = server.connections();
    }

    private LoopbackServer.Answer answer(LoopbackServer.Request request) throws IOException {
        return request.connection() <= frozen ? never.join() : standIn.answer(request);
    }

    @Override
    public void close() {
        server.close();
        never.cancel(false);
    }
}
