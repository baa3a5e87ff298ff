package io.conserje.messaging;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.application.AcceptWebhook;
import io.conserje.application.Channels;
import io.conserje.application.Directory;
import io.conserje.application.SecretStore;
import io.conserje.application.Unavailable;
import io.conserje.aws.Trail;
import io.conserje.aws.Way;
import io.conserje.aws.priming.Priming.AtTable;
import io.conserje.aws.priming.Priming.Look;
import io.conserje.aws.priming.Rehearsal;
import io.conserje.aws.priming.Scene;
import io.conserje.channel.Channel;
import io.conserje.channel.Webhook;
import io.conserje.model.AccountRef;
import io.conserje.model.CorrelationId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Takes in what a provider says over HTTP, whatever has made it and calls it. */
public final class Webhooks {
    private final AcceptWebhook acceptWebhook;
    private final Channels channels;
    private final Directory directory;
    private final SecretStore secrets;
    private final InstantSource clock;
    private final Reports reports;

    /**
     * What is gone through before a snapshot.
     *
     * @param again makes the handler another time
     */
    public static Rehearsal<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> rehearsal(
            Function<Scene, RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>>
                    again) {
        return Rehearsal.of(APIGatewayV2HTTPEvent.class, APIGatewayV2HTTPResponse.class, again)
                .playing(
                        "MessagingFunction",
                        "verify-whatsapp",
                        "receive-whatsapp-text",
                        "receive-whatsapp-status",
                        "receive-telegram-text");
    }

    public static Look[] looks() {
        return new Look[] {new AtTable("DIRECTORY_TABLE")};
    }

    public Webhooks(
            AcceptWebhook acceptWebhook,
            Channels channels,
            Directory directory,
            SecretStore secrets,
            InstantSource clock,
            Way way) {
        this.acceptWebhook = acceptWebhook;
        this.channels = channels;
        this.directory = directory;
        this.secrets = secrets;
        this.clock = clock;
        this.reports = new Reports(way, clock);
    }

    public APIGatewayV2HTTPResponse receive(APIGatewayV2HTTPEvent event) {
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
            reports.failed("unavailable", account.get(), now, String.valueOf(e.getMessage()));
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
                reports.passed(account, accepted, now);
                yield HttpApi.answer(200, "");
            }
            case AcceptWebhook.UnknownAccount unknown -> {
                reports.failed("unknown account", account, now, "add it to its project's file");
                yield HttpApi.answer(404, "no such account");
            }
            case AcceptWebhook.NotAuthentic forged -> {
                reports.failed("signature does not match", account, now, "nothing was stored");
                yield HttpApi.answer(401, "signature does not match");
            }
            case AcceptWebhook.Malformed malformed -> {
                reports.failed("malformed", account, now, malformed.reason());
                yield HttpApi.answer(400, malformed.reason());
            }
            case AcceptWebhook.TooLarge large -> {
                reports.failed("too large", account, now, webhook.body().length + " bytes");
                yield HttpApi.answer(413, "the body is too large");
            }
        };
    }
}
