package io.conserje.messaging;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.application.AcceptWebhook;
import io.conserje.application.Channels;
import io.conserje.application.Directory;
import io.conserje.application.SecretStore;
import io.conserje.aws.FrontDeskFunction;
import io.conserje.aws.FunctionContext;
import io.conserje.aws.Way;
import io.micronaut.context.ApplicationContextBuilder;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * Routes {@code GET} and {@code POST /messaging/<channel>/{account}}: the handshake, and everything
 * after it.
 */
public final class ReceiveWebhook
        extends FrontDeskFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    @Inject AcceptWebhook acceptWebhook;

    @Inject Channels channels;

    @Inject Directory directory;

    @Inject SecretStore secrets;

    @Inject InstantSource clock;

    @Inject Way way;

    private final Webhooks webhooks;

    public ReceiveWebhook() {
        this(FunctionContext.builder());
        prime(Webhooks.rehearsal(again(ReceiveWebhook::new)), Webhooks.looks());
    }

    public ReceiveWebhook(ApplicationContextBuilder context) {
        super(context);
        this.webhooks = new Webhooks(acceptWebhook, channels, directory, secrets, clock, way);
    }

    @Override
    public APIGatewayV2HTTPResponse execute(APIGatewayV2HTTPEvent event) {
        return webhooks.receive(event);
    }
}
