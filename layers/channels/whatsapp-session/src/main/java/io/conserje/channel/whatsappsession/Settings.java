package io.conserje.channel.whatsappsession;

import io.conserje.model.Account;
import io.conserje.model.DailyCaps;
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
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,5}");

    /**
     * WhatsApp tells no numbers. These let a busy desk answer all day, and keep what it begins to
     * what a person would.
     */
    private static final DailyCaps USUAL = new DailyCaps(1000, 50, 10);

    private static final DailyCaps MOST = new DailyCaps(10_000, 1000, 100);
    private static final Pattern QUEUE_PATH = Pattern.compile("/.+\\.fifo");

    private Settings() {}

    static void check(Account account) {
        read(account, QUEUE).ifPresent(url -> address(account, QUEUE, url));
        media(account);
        pace(account);
        daily(account);
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
        return Duration.ofSeconds(whole(account, PACE, USUAL_PACE, USUAL_PACE, SLOWEST_PACE));
    }

    /** In any 24 hours. */
    static DailyCaps daily(Account account) {
        return new DailyCaps(
                whole(account, "day-cap", USUAL.all(), 1, MOST.all()),
                whole(account, "unasked-cap", USUAL.unasked(), 1, MOST.unasked()),
                whole(account, "firsts-cap", USUAL.firsts(), 1, MOST.firsts()));
    }

    private static int whole(Account account, String name, int usual, int least, int most) {
        String text = read(account, name).orElse(Integer.toString(usual)).strip();
        if (!WHOLE.matcher(text).matches()
                || Integer.parseInt(text) < least
                || Integer.parseInt(text) > most) {
            throw refused(account, name, text, "give a whole number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
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
