package io.conserje.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.FetchOutcome;
import io.conserje.channel.http.Http;
import io.conserje.channel.http.Json;
import io.conserje.channel.http.Reply;
import io.conserje.model.Content;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;

/** Gets a customer's file in two calls: one for its path, one for its bytes. */
record Fetcher(BotApi api, Duration toAnswer) {

    FetchOutcome fetch(Content.Media media) {
        Reply reply =
                api.post("getFile", Json.object().put("file_id", media.reference()), toAnswer);
        return switch (reply) {
            case Reply.Answer answer ->
                    Refusal.read(answer).map(Fetcher::refused).orElseGet(() -> found(answer));
            case Reply.NeverSent never -> Delay.OUTAGE.notNow(never.reason());
            case Reply.NoAnswer none -> Delay.OUTAGE.notNow(none.reason());
        };
    }

    private static FetchOutcome refused(Refusal refusal) {
        if (refusal.isThrottle()) {
            return new FetchOutcome.NotNow(
                    refusal.retryAfter().orElse(Delay.THROUGHPUT.usual), refusal.words());
        }
        if (refusal.isOfToken()) {
            return Delay.OPERATOR.notNow(refusal.code() + Refusal.ADVICE);
        }
        if (refusal.says("file is too big")) {
            return new FetchOutcome.TooLarge(refusal.words());
        }
        // One description for two things; a file_id that is none has its own
        // (github.com/tdlib/telegram-bot-api/issues/32).
        boolean passes = refusal.code() >= 500 || refusal.says("temporarily unavailable");
        return passes
                ? Delay.OUTAGE.notNow(refusal.words())
                : new FetchOutcome.Gone(refusal.words());
    }

    private FetchOutcome found(Reply.Answer answer) {
        JsonNode file = Json.parseAnswer(answer.body()).path("result");
        long size = file.path("file_size").asLong(0);
        if (size > Limits.GIVEN_OUT) {
            return tooLarge(size);
        }
        return Json.text(file, "file_path")
                .map(path -> opened(api.download(path, toAnswer)))
                .orElseGet(() ->
                        Delay.OUTAGE.notNow(
                                "HTTP " + answer.status() + ", and no path of the file"));
    }

    private static FetchOutcome tooLarge(long size) {
        return new FetchOutcome.TooLarge(
                "it has " + size + " bytes: up to " + Limits.GIVEN_OUT + " are taken");
    }

    private static FetchOutcome opened(Http.Download download) {
        return switch (download) {
            case Http.Opened opened -> opened(opened);
            case Http.Failed failed -> failed(failed.reply());
        };
    }

    private static FetchOutcome opened(Http.Opened opened) {
        OptionalLong length = opened.response().headers().firstValueAsLong("Content-Length");
        if (length.orElse(0) <= Limits.GIVEN_OUT) {
            return new FetchOutcome.Found(opened.bytes(), length);
        }
        try (var unread = opened.bytes()) {
            return tooLarge(length.getAsLong());
        } catch (IOException e) {
            return tooLarge(length.getAsLong());
        }
    }

    /** The path is good for an hour, and we have just been given it. */
    private static FetchOutcome failed(Reply reply) {
        return switch (reply) {
            case Reply.Answer answer -> {
                String reason = "HTTP " + answer.status() + " for the file";
                yield switch (answer.status()) {
                    case 400, 404, 410 -> new FetchOutcome.Gone(reason);
                    case 401, 403 -> Delay.OPERATOR.notNow(reason);
                    default -> Delay.OUTAGE.notNow(reason);
                };
            }
            case Reply.NeverSent never -> Delay.OUTAGE.notNow(never.reason());
            case Reply.NoAnswer none -> Delay.OUTAGE.notNow(none.reason());
        };
    }
}
