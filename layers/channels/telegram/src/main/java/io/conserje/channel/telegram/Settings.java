package io.conserje.channel.telegram;

import io.conserje.model.Account;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an account says about itself that is no secret. */
final class Settings {
    static final String API_URL = "api-url";
    static final String BOT_ID = "bot-id";
    static final String BOT_USERNAME = "bot-username";

    private static final String TELEGRAM = "https://api.telegram.org";
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9_]{1,64}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private Settings() {}

    static Optional<String> read(Account account, String name) {
        return Optional.ofNullable(account.settings().get(name));
    }

    static void check(Account account) {
        apiUrl(account);
        read(account, BOT_ID)
                .filter(id -> !NUMBER.matcher(id).matches())
                .ifPresent(id ->
                        refuse(account, BOT_ID, id, "give the number before the token's colon"));
        read(account, BOT_USERNAME)
                .filter(name -> !USERNAME.matcher(name).matches())
                .ifPresent(
                        name -> refuse(account, BOT_USERNAME, name, "give it without the at sign"));
    }

    /** Without a slash at its end. */
    static String apiUrl(Account account) {
        String url = read(account, API_URL).orElse(TELEGRAM).strip();
        if (!isAddress(url)) {
            refuse(account, API_URL, url, "give an address that begins with https:// or http://");
        }
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static boolean isAddress(String url) {
        try {
            URI uri = URI.create(url);
            return (url.startsWith("https://") || url.startsWith("http://"))
                    && uri.getHost() != null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void refuse(Account account, String name, String value, String advice) {
        throw new IllegalArgumentException(
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
