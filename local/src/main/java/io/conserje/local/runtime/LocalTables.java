package io.conserje.local.runtime;

import io.conserje.aws.Env;
import io.conserje.local.template.Endpoints;
import io.conserje.local.template.Template;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** The tables of a template and nothing else, forgotten when closed. */
public final class LocalTables implements AutoCloseable {
    private static final String NOBODY = "http://127.0.0.1:1";

    private final TableServer server;
    private final Clients clients;
    private final Template template;

    private LocalTables(TableServer server, Clients clients, Template template) {
        this.server = server;
        this.clients = clients;
        this.template = template;
    }

    public static LocalTables start(Path template) {
        Logging.quiet();
        TableServer server = TableServer.forgetful();
        Template read =
                Template.read(
                        template, Map.of("ReleaseId", "local"), new Endpoints(NOBODY, NOBODY));
        Clients clients = new Clients(URI.create(NOBODY), server.uri());
        new TableMaker(clients.dynamodb()).make(read.tables());
        return new LocalTables(server, clients, read);
    }

    /** What the function would be told; only its tables answer. */
    public Env environmentOf(String functionId) {
        URI nobody = URI.create(NOBODY);
        return FunctionEnv.of(
                template.function(functionId),
                server.uri(),
                nobody,
                nobody,
                nobody,
                Path.of("none"));
    }

    @Override
    public void close() {
        clients.close();
        server.close();
    }
}
