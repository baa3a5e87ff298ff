package io.conserje.local.emulator.session;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The container of a session, without the container: the same program, as a process. */
public final class SessionProcess implements AutoCloseable {
    private final NodeProcess node;

    private SessionProcess(NodeProcess node) {
        this.node = node;
    }

    /**
     * @param folder of the package, built
     * @param environment as {@code whatsapp-session/CONTRACT.md} lists it
     * @param log gets all that it says
     */
    public static SessionProcess start(Path folder, Map<String, String> environment, Path log) {
        Map<String, String> all = new HashMap<>(environment);
        all.putIfAbsent("ALIVE_FILE", log.resolveSibling(log.getFileName() + ".alive").toString());
        NodeProcess node =
                NodeProcess.start(
                        folder,
                        List.of("--import", "./dist/src/harden.js", "dist/src/main.js"),
                        all,
                        log,
                        false);
        return new SessionProcess(node);
    }

    public Process process() {
        return node.process();
    }

    /** Told of its exit status. */
    public CompletableFuture<Integer> ended() {
        return node.process().onExit().thenApply(Process::exitValue);
    }

    @Override
    public void close() {
        node.close();
    }
}
