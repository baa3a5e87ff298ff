package io.conserje.local.chaos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program behind {@code ./conserje}, as a process of its own. */
public final class Program {
    private static final String MAIN = "io.conserje.local.command.Conserje";

    private Program() {}

    /**
     * @param root the checkout that it takes itself to be in
     */
    public static ProcessBuilder of(Path root, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-Xmx2g",
                        "-Xshare:auto",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dconserje.root=" + root,
                        MAIN));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Not among the arguments: so many could not be read back for the background's process.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder;
    }
}
