package io.conserje.local.runtime;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local on a free port. Its own launcher listens on every interface and reports usage
 * home, so only its request handler is used, behind a server of ours on the loopback interface. The
 * native SQLite library comes out of DynamoDB Local's own jar.
 */
final class TableServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TableServer.class);

    private final Server server;
    private final LocalDynamoDBRequestHandler tables;

    private TableServer(Server server, LocalDynamoDBRequestHandler tables) {
        this.server = server;
        this.tables = tables;
    }

    static TableServer start(Path data) {
        // One file for all regions and credentials (sharedDb), no artificial delay of a new table.
        return serve(() -> new LocalDynamoDBRequestHandler(0, false, data.toString(), true, false));
    }

    /** In memory alone. */
    static TableServer forgetful() {
        return serve(() -> new LocalDynamoDBRequestHandler(0, true, null, true, false));
    }

    private static TableServer serve(Callable<LocalDynamoDBRequestHandler> made) {
        try {
            LocalDynamoDBRequestHandler tables = made.call();
            Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server.setHandler(
                    new ContextHandler(new LocalDynamoDBServerHandler(tables, null), "/"));
            server.start();
            return new TableServer(server, tables);
        } catch (Exception failed) {
            throw new IllegalStateException("DynamoDB Local does not start", failed);
        }
    }

    URI uri() {
        ServerConnector connector = (ServerConnector) server.getConnectors()[0];
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
            tables.shutdown();
        } catch (Exception failed) {
            LOG.warn("DynamoDB Local did not stop cleanly", failed);
        }
    }
}
