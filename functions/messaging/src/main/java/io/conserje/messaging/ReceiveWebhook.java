package io.conserje.messaging;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.application.AcceptWebhook;
import io.conserje.application.Channels;
import io.conserje.application.Directory;
import io.conserje.application.SecretStore;
import io.conserje.application.Unavailable;
import io.conserje.aws.FunctionContext;
import io.conserje.aws.Trail;
import io.conserje.aws.Way;
import io.conserje.aws.Way.Word;
import io.conserje.channel.Channel;
import io.conserje.channel.Webhook;
import io.conserje.model.AccountRef;
import io.conserje.model.Arrival;
import io.conserje.model.CorrelationId;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Routes {@code GET} and {@code POST /messaging/<channel>/{account}}: the handshake, and everything
 * after it.
 */
public final class ReceiveWebhook
        extends MicronautRequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    @Inject AcceptWebhook acceptWebhook;

    @Inject Channels channels;

    @Inject Directory directory;

    @Inject SecretStore secrets;

    @Inject Way way;

    @Inject InstantSource clock;

    public ReceiveWebhook() {
        this(FunctionContext.builder());
    }

    public ReceiveWebhook(ApplicationContextBuilder context) {
        super(context);
    }

    @Override
    public APIGatewayV2HTTPResponse execute(APIGatewayV2HTTPEvent event) {
        Instant now = clock.instant();
        Optional<AccountRef> account = HttpApi.account(event);
        if (account.isEmpty()) {
            return HttpApi.answer(404, "no such account");
        }
        Webhook webhook = HttpApi.webhook(event);
        String method = event.getRequestContext().getHttp().getMethod();
        try {
            return method.equals("GET")
                    ? handshake(account.get(), webhook)
                    : accept(account.get(), webhook, event, now);
        } catch (Unavailable e) {
            failed("unavailable", account.get(), now, String.valueOf(e.getMessage()));
            return HttpApi.answer(503, "not now, please send it again");
        }
    }

    private APIGatewayV2HTTPResponse handshake(AccountRef account, Webhook webhook) {
        Optional<Channel> channel =
                directory.account(account).flatMap(known -> channels.named(account.channel()));
        return channel.map(it -> it.handshake(webhook, secrets.of(account)))
                .map(answer -> HttpApi.answer(answer.status(), answer.body()))
                .orElseGet(() -> HttpApi.answer(404, "no such account"));
    }

    private APIGatewayV2HTTPResponse accept(
            AccountRef account, Webhook webhook, APIGatewayV2HTTPEvent event, Instant now) {
        CorrelationId correlation = new CorrelationId(event.getRequestContext().getRequestId());
        try (Trail trail = Trail.of(correlation, "", "")) {
            return answer(account, webhook, correlation, now);
        }
    }

    private APIGatewayV2HTTPResponse answer(
            AccountRef account, Webhook webhook, CorrelationId correlation, Instant now) {
        return switch (acceptWebhook.accept(account, webhook, correlation, now)) {
            case AcceptWebhook.Accepted accepted -> {
                passed(account, accepted, now);
                yield HttpApi.answer(200, "");
            }
            case AcceptWebhook.UnknownAccount unknown -> {
                failed("unknown account", account, now, "add it to its project's file");
                yield HttpApi.answer(404, "no such account");
            }
            case AcceptWebhook.NotAuthentic forged -> {
                failed("signature does not match", account, now, "nothing was stored");
                yield HttpApi.answer(401, "signature does not match");
            }
            case AcceptWebhook.Malformed malformed -> {
                failed("malformed", account, now, malformed.reason());
                yield HttpApi.answer(400, malformed.reason());
            }
            case AcceptWebhook.TooLarge large -> {
                failed("too large", account, now, webhook.body().length + " bytes");
                yield HttpApi.answer(413, "the body is too large");
            }
        };
    }

    private void passed(AccountRef account, AcceptWebhook.Accepted accepted, Instant now) {
        Duration latency = Duration.between(now, clock.instant());
        for (Arrival arrival : accepted.arrivals()) {
            try (Trail trail =
                    Trail.of(arrival.correlation(), arrival.conversation(), arrival.project())) {
                List<String> kinds =
                        arrival.messages().stream()
                                .map(message -> message.content().getClass().getSimpleName())
                                .toList();
                way.passed(
                        Word.WEBHOOK,
                        "verified and queued",
                        latency,
                        Map.of("account", account.toString()));
                way.passed(Word.NORMALISE, "normalised", Duration.ZERO, Map.of("kinds", kinds));
            }
        }
        if (accepted.arrivals().isEmpty()) {
            way.passed(
                    Word.WEBHOOK,
                    "verified and queued",
                    latency,
                    Map.of(
                            "account", account.toString(),
                            "receipts", accepted.receipts(),
                            "passedOver", accepted.passedOver()));
        }
    }

    private void failed(String what, AccountRef account, Instant since, String reason) {
        Duration latency = Duration.between(since, clock.instant());
        way.failed(
                Word.WEBHOOK,
                what,
                latency,
                Map.of("account", account.toString(), "reason", reason));
    }
}
