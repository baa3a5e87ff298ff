package io.conserje.local.runtime;

import io.conserje.local.template.Queue;
import io.conserje.local.template.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The stand-ins for what AWS runs, and clients for them. */
record Servers(TableServer tables, QueueServer queues, SecretsServer secrets, Clients clients) {

    static Servers start(Path data, Function<String, Optional<String>> secretOf, Closing closing) {
        DataFolder folder = closing.add(DataFolder.open(data));
        CompletableFuture<TableServer> tables = new CompletableFuture<>();
        CompletableFuture<QueueServer> queues = new CompletableFuture<>();
        InParallel.run(
                List.of(
                        () ->
                                tables.complete(
                                        closing.add(TableServer.start(folder.folder("dynamodb")))),
                        () ->
                                queues.complete(
                                        closing.add(QueueServer.start(folder.folder("queues"))))));
        SecretsServer secrets = closing.add(SecretsServer.start(secretOf));
        Clients clients = closing.add(new Clients(queues.join().uri(), tables.join().uri()));
        return new Servers(tables.join(), queues.join(), secrets, clients);
    }

    void make(List<Table> wanted, List<Queue> queuesWanted) {
        InParallel.run(
                List.of(
                        () -> new TableMaker(clients.dynamodb()).make(wanted),
                        () -> {
                            new QueueMaker(clients.sqs(), queuesWanted).make();
                            queues.restore(queuesWanted);
                        }));
    }
}
