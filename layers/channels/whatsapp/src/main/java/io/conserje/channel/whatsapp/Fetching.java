package io.conserje.channel.whatsapp;

import io.conserje.channel.FetchOutcome;
import io.conserje.channel.http.Http;
import io.conserje.channel.http.Json;
import io.conserje.model.Content;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A customer's file: first its address, good for five minutes, then its bytes ({@code
 * /reference/media/media-api}).
 *
 * @param number Meta's id of our number, where the account says it: then only files sent to that
 */
record Fetching(Content.Media media, GraphApi graph, Optional<String> number) {
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);

    /** It becomes part of an address. */
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{1,128}");

    private static final Pattern SIZE = Pattern.compile("[0-9]{1,15}");

    FetchOutcome fetch() {
        if (!ID.matcher(media.reference()).matches()) {
            return new FetchOutcome.Gone("the file's id is none of Meta's");
        }
        String query = number.map(id -> "?phone_number_id=" + id).orElse("");
        return switch (graph.get(media.reference() + query, TO_ANSWER)) {
            case Ending.Done done -> located(Json.text(done.answer(), "url"), size(done));
            case Ending other -> failed(other);
        };
    }

    private static OptionalLong size(Ending.Done done) {
        return Json.text(done.answer(), "file_size")
                .filter(text -> SIZE.matcher(text).matches())
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElseGet(OptionalLong::empty);
    }

    private FetchOutcome located(Optional<String> url, OptionalLong size) {
        long most = Limits.taken(media.kind());
        if (size.isPresent() && size.getAsLong() > most) {
            return new FetchOutcome.TooLarge(
                    size.getAsLong()
                            + " bytes: "
                            + Payload.word(media.kind())
                            + " is taken up to "
                            + most);
        }
        if (url.isEmpty()) {
            return new FetchOutcome.NotNow(Delay.OUTAGE.usual(), "Meta gives no address of it");
        }
        return MetaAddress.of(url.get(), graph.root())
                .map(address -> download(address, size))
                .orElseGet(() ->
                        new FetchOutcome.Gone(
                                "its address is none of Meta's: the access token stays here"));
    }

    private FetchOutcome download(URI address, OptionalLong size) {
        return switch (graph.download(address, TO_ANSWER)) {
            case Http.Opened opened -> {
                OptionalLong length =
                        opened.response().headers().firstValueAsLong("Content-Length");
                yield new FetchOutcome.Found(opened.bytes(), length.isPresent() ? length : size);
            }
            case Http.Failed failed -> failed(Ending.of(failed.reply(), Quotes.NONE));
        };
    }

    private static FetchOutcome failed(Ending ending) {
        return switch (ending) {
            case Ending.Passing passing ->
                    new FetchOutcome.NotNow(passing.after(), passing.reason());
            case Ending.ForGood refused -> new FetchOutcome.Gone(refused.reason());
            case Ending.InDoubt doubt ->
                    new FetchOutcome.NotNow(Delay.OUTAGE.usual(), doubt.reason());
            case Ending.Done done ->
                    new FetchOutcome.NotNow(Delay.OUTAGE.usual(), "Meta gives no file");
        };
    }
}
