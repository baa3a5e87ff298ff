package io.conserje.local.bench.floor;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.aws.priming.Priming;
import io.conserje.messaging.Webhooks;
import java.util.List;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/** The same work as the messaging function, and no framework. */
public final class PlainMessaging
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, AutoCloseable {
    private final Parts parts;
    private final Webhooks logic;
    private @Nullable Resource priming;

    public PlainMessaging() {
        this(Parts.ofLambda());
        priming =
                Priming.register(
                        Webhooks.rehearsal(scene -> new PlainMessaging(Parts.of(scene))),
                        List.of(Webhooks.looks()),
                        parts.clients,
                        parts.env);
    }

    private PlainMessaging(Parts parts) {
        this.parts = parts;
        this.logic =
                new Webhooks(
                        parts.acceptWebhook(),
                        parts.channels,
                        parts.directory,
                        parts.secrets,
                        parts.clock,
                        parts.way);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return logic.receive(event);
    }

    @Override
    public void close() {
        parts.close();
    }
}
