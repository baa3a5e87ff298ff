package io.conserje.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.application.SecretStore;
import io.conserje.application.Unavailable;
import io.conserje.application.session.SessionState;
import io.conserje.application.session.Sessions;
import io.conserje.application.session.Sessions.Wish;
import io.conserje.aws.FrontDeskFunction;
import io.conserje.aws.FunctionContext;
import io.conserje.aws.StageSessions;
import io.conserje.aws.priming.Priming.AtTable;
import io.conserje.aws.priming.Rehearsal;
import io.conserje.channel.Webhook;
import io.conserje.model.AccountRef;
import io.micronaut.context.ApplicationContextBuilder;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Routes {@code GET /operator/whatsapp-session/{account}} and {@code POST .../wishes}: how a
 * session is, with the QR or the code that links it, and what an operator wants of it. Only for who
 * shows the account's {@code operator-token}, for whoever has the QR has the conversations.
 */
public final class OperateSession
        extends FrontDeskFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(OperateSession.class);
    private static final String CHANNEL = "whatsapp-session";
    private static final String TOKEN = "operator-token";
    private static final String BEARER = "Bearer ";

    /** A shorter one is no secret, and opens nothing. */
    private static final int LEAST_TOKEN = 32;

    private static final int MOST_BODY = 1024;

    @Inject StageSessions stage;

    @Inject SecretStore secrets;

    @Inject InstantSource clock;

    public OperateSession() {
        this(FunctionContext.builder());
        prime(
                Rehearsal.of(
                                APIGatewayV2HTTPEvent.class,
                                APIGatewayV2HTTPResponse.class,
                                again(OperateSession::new))
                        .playing("OperatorFunction", "show-session", "wish-of-session"),
                new AtTable("SESSIONS_TABLE"));
    }

    public OperateSession(ApplicationContextBuilder context) {
        super(context);
    }

    @Override
    public APIGatewayV2HTTPResponse execute(APIGatewayV2HTTPEvent event) {
        Webhook request = HttpApi.webhook(event);
        Optional<AccountRef> account = HttpApi.account(CHANNEL, event);
        try {
            if (account.filter(known -> isAllowed(known, request)).isEmpty()) {
                return HttpApi.answer(401, "show the account's operator-token as a bearer token");
            }
            String session = account.orElseThrow().account();
            return stage.get()
                    .map(sessions -> answer(sessions, session, event, request))
                    .orElseGet(() -> HttpApi.answer(404, "there is no session on this stage"));
        } catch (Unavailable e) {
            LOG.warn("an operator cannot be answered now", e);
            return HttpApi.answer(503, "not now, please try again");
        }
    }

    private APIGatewayV2HTTPResponse answer(
            Sessions sessions, String session, APIGatewayV2HTTPEvent event, Webhook request) {
        return event.getRequestContext().getHttp().getMethod().equals("GET")
                ? show(sessions, session)
                : wish(sessions, session, request, event.getRequestContext().getRequestId());
    }

    private boolean isAllowed(AccountRef account, Webhook request) {
        Optional<String> shown =
                Optional.ofNullable(request.headers().get("authorization"))
                        .filter(header -> header.startsWith(BEARER))
                        .map(header -> header.substring(BEARER.length()).strip());
        return shown.isPresent()
                && token(account)
                        .filter(token ->
                                MessageDigest.isEqual(
                                        token.getBytes(UTF_8), shown.get().getBytes(UTF_8)))
                        .isPresent();
    }

    private Optional<String> token(AccountRef account) {
        try {
            String token = secrets.of(account).get(TOKEN);
            if (token.length() >= LEAST_TOKEN) {
                return Optional.of(token);
            }
            LOG.warn("{} of {} has less than {} characters", TOKEN, account, LEAST_TOKEN);
        } catch (IllegalStateException e) {
            LOG.warn("nobody can operate {}: {}", account, e.getMessage());
        }
        return Optional.empty();
    }

    private APIGatewayV2HTTPResponse show(Sessions sessions, String session) {
        Optional<SessionState> state = sessions.state(session);
        return state.map(known -> HttpApi.json(200, SessionReport.of(known, clock.instant())))
                .orElseGet(() -> HttpApi.answer(404, "this session never told anything"));
    }

    private APIGatewayV2HTTPResponse wish(
            Sessions sessions, String session, Webhook request, String id) {
        if (request.body().length > MOST_BODY) {
            return HttpApi.answer(413, "the body is too large");
        }
        Instant now = clock.instant();
        try {
            Wish wish = SessionReport.wish(id, request.body());
            sessions.wish(session, wish, now);
            LOG.info("an operator wishes {} of {}/{}", wish.kind().word(), CHANNEL, session);
            return HttpApi.json(202, Map.of("id", id));
        } catch (IllegalArgumentException e) {
            return HttpApi.answer(400, String.valueOf(e.getMessage()));
        }
    }
}
