package io.conserje.messaging;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.application.Coordination;
import io.conserje.aws.FrontDeskFunction;
import io.conserje.aws.FunctionContext;
import io.conserje.aws.HealthChecks;
import io.conserje.aws.Stage;
import io.conserje.aws.priming.Priming.AtQueue;
import io.conserje.aws.priming.Priming.AtTable;
import io.conserje.aws.priming.Rehearsal;
import io.micronaut.context.ApplicationContextBuilder;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Route {@code GET /health}: 200 while the way is open, 503 when a part of it does not answer. */
public final class ReportHealth
        extends FrontDeskFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    @Inject HealthChecks checks;

    @Inject Coordination coordination;

    @Inject Stage stage;

    @Inject InstantSource clock;

    public ReportHealth() {
        this(FunctionContext.builder());
        prime(
                Rehearsal.of(
                                APIGatewayV2HTTPEvent.class,
                                APIGatewayV2HTTPResponse.class,
                                again(ReportHealth::new))
                        .playing("HealthFunction", "report-health"),
                new AtTable("DIRECTORY_TABLE"),
                new AtQueue("INBOUND_QUEUE_URL"));
    }

    public ReportHealth(ApplicationContextBuilder context) {
        super(context);
    }

    @Override
    public APIGatewayV2HTTPResponse execute(APIGatewayV2HTTPEvent event) {
        List<HealthChecks.Part> parts = checks.run();
        boolean open = parts.stream().allMatch(HealthChecks.Part::answers);
        List<Coordination.Outage> outages = open ? coordination.outages() : List.of();
        long sessionsDown = open ? checks.sessionsDown(clock.instant()) : 0;
        boolean quiet =
                outages.isEmpty()
                        && sessionsDown == 0
                        && parts.stream().allMatch(part -> part.dead() == 0);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("status", !open ? "down" : quiet ? "ok" : "attention");
        report.put("stage", stage.name());
        report.put("release", stage.release());
        report.put("parts", parts);
        // The route is public: which account, and why, is for who may read the table.
        report.put("providersDown", outages.size());
        report.put("sessionsDown", sessionsDown);
        return HttpApi.json(open ? 200 : 503, report);
    }
}
