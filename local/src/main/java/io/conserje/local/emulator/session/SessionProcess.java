package io.conserje.local.emulator.session;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The container of a session, without the container unless it is told otherwise: the same program,
 * as a process.
 */
public final class SessionProcess implements AutoCloseable {
    private static final List<String> PROGRAM =
            List.of("node", "--import", "./dist/src/harden.js", "dist/src/main.js");

    private final ChildProcess process;

    private SessionProcess(ChildProcess process) {
        this.process = process;
    }

    /**
     * @param folder of the package, built
     * @param environment as {@code whatsapp-session/CONTRACT.md} lists it
     * @param log gets all that it says
     */
    public static SessionProcess start(Path folder, Map<String, String> environment, Path log) {
        Map<String, String> all = new HashMap<>(environment);
        all.putIfAbsent("ALIVE_FILE", log.resolveSibling(log.getFileName() + ".alive").toString());
        return start(PROGRAM, folder, all, log);
    }

    /** Begun by another command, such as {@code docker run}, which gets the same environment. */
    public static SessionProcess start(
            List<String> command, Path folder, Map<String, String> environment, Path log) {
        return new SessionProcess(ChildProcess.start(folder, command, environment, log, false));
    }

    public Process process() {
        return process.process();
    }

    /** Told of its exit status. */
    public CompletableFuture<Integer> ended() {
        return process().onExit().thenApply(Process::exitValue);
    }

    @Override
    public void close() {
        process.close();
    }
}
