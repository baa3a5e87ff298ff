package io.conserje.local.sam;

import io.conserje.aws.Env;
import io.conserje.local.sam.Engine.Image;
import io.conserje.local.sam.Engine.NoImage;
import io.conserje.local.sam.External.Ended;
import io.conserje.local.sam.Step.Failed;
import io.conserje.local.sam.Step.Missing;
import io.conserje.local.sam.Step.Name;
import io.conserje.local.sam.Step.Outcome;
import io.conserje.local.sam.Step.Passed;
import io.conserje.local.sam.Step.Skipped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through all that AWS's tools can tell of a checkout. */
public final class Verification {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Pattern CHECKS =
            Pattern.compile("Passed checks: (\\d+), Failed checks: (\\d+), Skipped checks: (\\d+)");

    /** Hears of each thing as it comes. */
    public interface Listener {
        void began(Name step);

        void chose(String image, boolean ofAws);

        void invoked(Invoked one);

        void ended(Step step);
    }

    private final Path root;
    private final Path scratch;
    private final External external;
    private final Engine engine;
    private final Listener listener;
    private final List<Step> steps = new ArrayList<>();
    private final List<Invoked> invoked = new ArrayList<>();
    private final List<Artifact> artifacts = new ArrayList<>();

    /**
     * @param machine where programs are found
     * @param root the checkout, built
     * @param scratch an empty folder
     */
    public Verification(Env machine, Path root, Path scratch, Listener listener) {
        this.root = root;
        this.scratch = scratch;
        this.external = new External(machine, root, scratch);
        this.engine = new Engine(external, root);
        this.listener = listener;
    }

    private interface Trial {
        Outcome of(Path program);
    }

    public Report run() {
        step(Name.LINT, "cfn-lint", Missing.CFN_LINT, this::lint);
        step(Name.CHECKOV, "checkov", Missing.CHECKOV, this::checkov);
        step(Name.VALIDATE, "sam", Missing.SAM, this::validate);
        step(Name.BUILD, "sam", Missing.SAM, this::build);
        step(Name.INVOKE, "sam", Missing.SAM, this::invoke);
        step(Name.PACKAGE, "sam", Missing.SAM, this::pack);
        return new Report(List.copyOf(steps), List.copyOf(invoked), List.copyOf(artifacts));
    }

    private void step(Name name, String program, Missing without, Trial trial) {
        listener.began(name);
        Optional<Path> found = external.find(program);
        Step step =
                new Step(
                        name, found.isPresent() ? trial.of(found.get()) : new Skipped(without, ""));
        steps.add(step);
        listener.ended(step);
    }

    private Outcome lint(Path program) {
        Ended said = external.run(List.of(program.toString(), "template.yaml"), LONGEST);
        return said.well() && said.out().isBlank()
                ? new Passed(version(program))
                : new Failed(said.lastWords(10));
    }

    private String version(Path program) {
        return external.run(List.of(program.toString(), "--version"), LONGEST).out().strip();
    }

    private Outcome checkov(Path program) {
        Ended said =
                external.run(
                        List.of(
                                program.toString(),
                                "--file",
                                "template.yaml",
                                "--framework",
                                "cloudformation",
                                "--skip-download",
                                "--quiet",
                                "--compact"),
                        LONGEST);
        Matcher counts = CHECKS.matcher(said.out());
        // With nothing to complain about it may say nothing.
        String detail = counts.find() ? counts.group() : "";
        return said.well()
                ? new Passed((version(program) + " " + detail).strip())
                : new Failed(said.lastWords(20));
    }

    private Outcome validate(Path program) {
        Ended said = sam(program).call("validate", "--lint");
        return said.well() ? new Passed(version(program)) : new Failed(said.lastWords(10));
    }

    private Outcome build(Path program) {
        Ended said = sam(program).call("build");
        return said.well() && Files.exists(built())
                ? new Passed(root.relativize(built()).toString())
                : new Failed(said.lastWords(10));
    }

    private Path built() {
        return root.resolve(".aws-sam/build/template.yaml");
    }

    private boolean isBuilt() {
        return steps.stream()
                .anyMatch(step -> step.name() == Name.BUILD && step.outcome() instanceof Passed);
    }

    private SamCli sam(Path program) {
        return new SamCli(external, program);
    }

    private Outcome invoke(Path program) {
        if (!isBuilt()) {
            return new Skipped(Missing.BUILT, "");
        }
        Optional<String> silent = engine.silent();
        if (silent.isPresent()) {
            return new Skipped(Missing.DOCKER, silent.get());
        }
        Optional<String> gateway = engine.gateway();
        if (gateway.isEmpty()) {
            return new Failed("Docker's network 'bridge' has no address on this machine");
        }
        try {
            Image image = engine.image(Invocations.architecture());
            listener.chose(image.name(), image.ofAws());
            invoked.addAll(
                    new Invocations(sam(program), root, scratch, listener::invoked)
                            .run(built(), image, gateway.get()));
        } catch (NoImage e) {
            return new Skipped(Missing.IMAGE, String.valueOf(e.getMessage()));
        } catch (Doors.NotHere e) {
            return new Failed(String.valueOf(e.getMessage()));
        }
        long well = invoked.stream().filter(Invoked::ok).count();
        String detail = well + "/" + invoked.size();
        return well == invoked.size() ? new Passed(detail) : new Failed(detail);
    }

    private Outcome pack(Path program) {
        if (!isBuilt()) {
            return new Skipped(Missing.BUILT, "");
        }
        Packaging packaging = new Packaging(sam(program), root);
        Outcome outcome = packaging.run(built());
        artifacts.addAll(packaging.artifacts());
        return outcome;
    }
}
