package io.conserje.local.command;

import io.conserje.local.project.InvalidProject;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind {@code ./conserje}. */
@Command(
        name = "conserje",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            Chat.class,
            Logs.class,
            Health.class,
            Dial.class,
            Explain.class,
            Troubles.class,
            Parked.class,
            Replay.class,
            Discard.class,
            Notify.class,
            Templates.class,
            WhatsApp.class,
            Bookings.class,
            HandBack.class,
            Deploy.class,
            Rollback.class,
            Apply.class,
            Bench.class,
            Eval.class,
            AuditCommand.class,
            Simulate.class,
            ChaosCommand.class,
            Fuzz.class,
            Verify.class,
            CommandLine.HelpCommand.class
        })
public final class Conserje implements Runnable {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    public static void main(String[] args) {
        // What is kept goes to a file; what a user sees is said, not logged.
        LogManager.getLogManager().reset();
        boolean hosts = args.length > 0 && (args[0].equals("up") || args[0].equals("bench"));
        System.setProperty(
                "logback.configurationFile", hosts ? "logback-host.xml" : "logback-quiet.xml");
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Conserje())
                .setResourceBundle(Texts.ofSystem().usage())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr()
                            .println(
                                    isOfTheUser(e)
                                            ? e.getMessage()
                                            : command.getColorScheme().stackTraceText(e));
                    return 1;
                });
    }

    /** What they can mend is said to them, without a stack trace. */
    private static boolean isOfTheUser(Exception e) {
        return e instanceof Mistake || e instanceof InvalidProject;
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
