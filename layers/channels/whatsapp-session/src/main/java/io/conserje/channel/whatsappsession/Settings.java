package io.conserje.channel.whatsappsession;

import io.conserje.model.Account;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an account says about itself that is no secret. */
final class Settings {
    static final String QUEUE = "commands-queue";
    static final String MEDIA = "media-url";
    static final String PACE = "pace-seconds";

    /** A number that writes faster than people do is taken for a machine, and restricted. */
    private static final int USUAL_PACE = 3;

    private static final int SLOWEST_PACE = 3600;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,4}");
    private static final Pattern QUEUE_PATH = Pattern.compile("/.+\\.fifo");

    private Settings() {}

    static void check(Account account) {
        read(account, QUEUE).ifPresent(url -> address(account, QUEUE, url));
        media(account);
        pace(account);
    }

    /** The queue that the session takes its commands from; needed for sending. */
    static URI queue(Account account) {
        return address(account, QUEUE, account.setting(QUEUE));
    }

    /** Where customers' files are, when it is not WhatsApp's own address. */
    static Optional<URI> media(Account account) {
        return read(account, MEDIA).map(url -> address(account, MEDIA, url));
    }

    /** Between two messages of the account in the long run. */
    static Duration pace(Account account) {
        String text = read(account, PACE).orElse(Integer.toString(USUAL_PACE)).strip();
        if (!SECONDS.matcher(text).matches()
                || Integer.parseInt(text) < USUAL_PACE
                || Integer.parseInt(text) > SLOWEST_PACE) {
            throw refused(
                    account,
                    PACE,
                    text,
                    "give whole seconds from " + USUAL_PACE + " to " + SLOWEST_PACE);
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    private static Optional<String> read(Account account, String name) {
        return Optional.ofNullable(account.settings().get(name));
    }

    private static URI address(Account account, String name, String text) {
        String advice =
                name.equals(QUEUE)
                        ? "give the address of a queue, https://.../<name>.fifo"
                        : "give an address that begins with https:// or http://";
        try {
            URI uri = URI.create(text.strip());
            if (isAddress(uri)
                    && (!name.equals(QUEUE) || QUEUE_PATH.matcher(uri.getPath()).matches())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Told below, together with an address of another kind.
        }
        throw refused(account, name, text, advice);
    }

    private static boolean isAddress(URI uri) {
        return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getUserInfo() == null
                && uri.getQuery() == null
                && uri.getFragment() == null;
    }

    private static IllegalArgumentException refused(
            Account account, String name, String value, String advice) {
        return new IllegalArgumentException(
                "account "
                        + account.ref()
                        + " has the setting '"
                        + name
                        + "' = '"
                        + value
                        + "', which makes no sense: "
                        + advice);
    }
}
