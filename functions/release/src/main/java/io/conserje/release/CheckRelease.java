package io.conserje.release;

import io.conserje.aws.Env;
import io.conserje.aws.FrontDeskFunction;
import io.conserje.aws.FunctionContext;
import io.conserje.aws.Stage;
import io.micronaut.context.ApplicationContextBuilder;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * CodeDeploy's hook before any traffic: calls the new version of each function with what has no
 * effect, and tells whether customers may meet them.
 */
public final class CheckRelease
        extends FrontDeskFunction<Map<String, String>, Map<String, Object>> {
    private static final Logger LOG = LoggerFactory.getLogger(CheckRelease.class);

    @Inject Env env;

    @Inject Stage stage;

    @Inject Deployed deployed;

    @Inject Verdicts verdicts;

    public CheckRelease() {
        this(FunctionContext.builder());
    }

    public CheckRelease(ApplicationContextBuilder context) {
        super(context);
    }

    @Override
    public Map<String, Object> execute(Map<String, String> event) {
        List<Probe> probes = Probe.all(stage.release()).stream().filter(this::isHere).toList();
        List<String> wrong = probes.stream().flatMap(probe -> wrong(probe).stream()).toList();
        wrong.forEach(one -> LOG.error("release {}: {}", stage.release(), one));
        if (wrong.isEmpty()) {
            LOG.info("release {} may be met", stage.release());
        }
        verdicts.tell(
                event.getOrDefault("DeploymentId", ""),
                event.getOrDefault("LifecycleEventHookExecutionId", ""),
                wrong.isEmpty());
        return Map.of("release", stage.release(), "checked", probes.size(), "wrong", wrong);
    }

    /** A stage without a session has no version of its function. */
    private boolean isHere(Probe probe) {
        return !version(probe).isBlank();
    }

    private String version(Probe probe) {
        return env.get(probe.variable()).orElse("");
    }

    private Optional<String> wrong(Probe probe) {
        String version = version(probe);
        Optional<String> wrong =
                switch (deployed.call(version, probe.event())) {
                    case Deployed.Answer.Returned returned -> probe.wrong().apply(returned.value());
                    case Deployed.Answer.Failed failed -> Optional.of(failed.why());
                };
        return wrong.map(why -> version + " " + why);
    }
}
