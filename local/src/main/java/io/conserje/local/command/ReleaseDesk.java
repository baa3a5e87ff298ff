package io.conserje.local.command;

import io.conserje.aws.Env;
import io.conserje.local.release.Clients;
import io.conserje.local.release.Deployment;
import io.conserje.local.release.HttpHealth;
import io.conserje.local.release.Outcome;
import io.conserje.local.release.Pause;
import io.conserje.local.release.Refusal;
import io.conserje.local.release.Stage;
import io.conserje.local.release.Wish;
import io.conserje.model.TheOutsideWorld;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkException;

/** What {@code deploy} and {@code rollback} have in common: options, and how they end. */
final class ReleaseDesk {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;

    @Option(names = "--yes")
    private boolean yes;

    @Option(names = "--set", paramLabel = "NAME=VALUE")
    private Map<String, String> set = new HashMap<>();

    @Option(names = "--releases-bucket", paramLabel = "BUCKET")
    private Optional<String> bucket = Optional.empty();

    @Option(names = "--execution-role", paramLabel = "ARN")
    private Optional<String> role = Optional.empty();

    @Option(names = "--allow-replacement")
    private boolean allowReplacement;

    private final Around around;

    /** Where it runs. */
    record Around(
            Env machine,
            Path root,
            InstantSource clock,
            Pause pause,
            PrintStream out,
            Texts texts) {
        @TheOutsideWorld
        static Around here() {
            return new Around(
                    // A pipeline's variable that is not set is there, and blank.
                    name -> Optional.ofNullable(System.getenv(name)).filter(it -> !it.isBlank()),
                    Home.root(),
                    InstantSource.system(),
                    Pause.REAL,
                    System.out,
                    Texts.ofSystem());
        }
    }

    ReleaseDesk(Around around) {
        this.around = around;
    }

    int run(String stage, Wish.Take take, Optional<String> commit, boolean outOfOrder) {
        DeployPage page = new DeployPage(around.texts());
        try (Clients clients = new Clients(around.machine());
                HttpHealth health = new HttpHealth()) {
            Wish wish =
                    new Wish(
                            Stage.named(stage),
                            take,
                            set,
                            commit,
                            bucket.filter(it -> !it.isBlank()),
                            role.filter(it -> !it.isBlank()),
                            yes,
                            outOfOrder,
                            allowReplacement);
            Outcome outcome =
                    new Deployment(
                                    clients,
                                    around.root(),
                                    new Deployment.Outside(around.clock(), around.pause(), health),
                                    told -> page.told(told).forEach(around.out()::println))
                            .run(wish);
            page.ended(outcome).forEach(around.out()::println);
            return outcome.well() ? DONE : FAILED;
        } catch (Refusal refusal) {
            around.out().println(page.refused(refusal));
            return BAD_INPUT;
        } catch (SdkException e) {
            around.out().println(page.unreachable(e));
            return FAILED;
        }
    }
}
