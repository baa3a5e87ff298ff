package io.conserje.local.emulator.telegram;

import io.conserje.local.emulator.post.Postman;
import io.conserje.local.emulator.telegram.BotAnswer.Late;
import io.conserje.local.emulator.telegram.BotAnswer.Never;
import io.conserje.local.emulator.telegram.BotAnswer.Sent;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;

/** The Bot API's addresses; nothing behind them is done without the bot's token. */
final class BotServer implements HttpService {
    private static final byte[] NOTHING = new byte[0];
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(60);

    /** The largest file, and what is around it. */
    private static final long LARGEST_REQUEST = MediaKind.DOCUMENT.mostBytes() + 64 * 1024;

    private final TelegramAccount account;
    private final BotApi api;
    private final FileCalls files;
    private final Postman postman;
    private volatile boolean outage;

    BotServer(TelegramAccount account, BotApi api, FileCalls files, Postman postman) {
        this.account = account;
        this.api = api;
        this.files = files;
        this.postman = postman;
    }

    void outage(boolean on) {
        outage = on;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any((request, response) -> send(answer(request), response));
    }

    private BotAnswer answer(ServerRequest request) {
        if (outage) {
            return BotAnswer.badGateway();
        }
        try {
            String path = request.prologue().uriPath().path();
            return path.startsWith("/file/bot")
                    ? file(path.substring("/file/bot".length()))
                    : call(path, request);
        } catch (BotError e) {
            return BotAnswer.error(e);
        }
    }

    private BotAnswer file(String tokenAndPath) {
        int slash = tokenAndPath.indexOf('/');
        check(slash < 0 ? tokenAndPath : tokenAndPath.substring(0, slash));
        return files.download(slash < 0 ? "" : tokenAndPath.substring(slash + 1));
    }

    private BotAnswer call(String path, ServerRequest request) {
        int slash = path.indexOf('/', 1);
        if (!path.startsWith("/bot") || slash < 0) {
            throw BotError.notFound();
        }
        check(path.substring("/bot".length(), slash));
        Method method = request.prologue().method();
        if (!method.equals(Method.GET) && !method.equals(Method.POST)) {
            throw BotError.notAllowed();
        }
        String contentType = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        String query = request.prologue().query().rawValue();
        Params params = Params.read(query, contentType, body(request));
        return api.call(path.substring(slash + 1), params);
    }

    private void check(String token) {
        if (!account.isToken(token)) {
            throw BotError.unauthorized();
        }
    }

    private static byte[] body(ServerRequest request) {
        if (request.headers().contentLength().orElse(0) > LARGEST_REQUEST) {
            throw BotError.tooLarge();
        }
        return request.content().hasEntity() ? request.content().as(byte[].class) : NOTHING;
    }

    private void send(BotAnswer answer, ServerResponse response) {
        switch (answer) {
            case Sent sent ->
                    response.status(Status.create(sent.status()))
                            .header(HeaderNames.CONTENT_TYPE, sent.contentType())
                            .send(sent.body());
            case Late late -> {
                pause(late.delay());
                send(late.answer(), response);
            }
            case Never never -> {
                pause(LONGEST_HOLD);
                throw new CloseConnectionException("a call that is never answered");
            }
        }
    }

    private void pause(Duration duration) {
        try {
            postman.pause(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloseConnectionException("closed before the answer", e);
        }
    }
}
