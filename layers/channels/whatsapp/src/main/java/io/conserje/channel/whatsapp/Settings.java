package io.conserje.channel.whatsapp;

import io.conserje.model.Account;
import java.net.URI;
import java.util.regex.Pattern;

/** What an account says about itself that becomes part of an address. */
final class Settings {
    static final String URL = "graph-url";
    static final String VERSION = "graph-version";

    private static final Pattern VERSIONS = Pattern.compile("v[0-9]{1,3}\\.[0-9]{1,3}");
    private static final Pattern IDS = Pattern.compile("[0-9]{1,32}");

    private Settings() {}

    static void check(Account account) {
        check(account, URL, isAddress(account), "give an address with https:// or http://");
        check(account, VERSION, fits(account, VERSION, VERSIONS), "give it as in v24.0");
        check(
                account,
                GraphApi.NUMBER,
                fits(account, GraphApi.NUMBER, IDS),
                "give Meta's id of the number, which has digits only");
        check(
                account,
                GraphApi.BUSINESS,
                fits(account, GraphApi.BUSINESS, IDS),
                "give Meta's id of the business account, which has digits only");
    }

    private static boolean fits(Account account, String name, Pattern shape) {
        String value = account.settings().get(name);
        return value == null || shape.matcher(value).matches();
    }

    private static boolean isAddress(Account account) {
        String url = account.settings().get(URL);
        try {
            return url == null || isAddress(URI.create(url));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isAddress(URI uri) {
        return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getQuery() == null
                && uri.getFragment() == null;
    }

    private static void check(Account account, String name, boolean makesSense, String advice) {
        if (!makesSense) {
            throw new IllegalArgumentException(
                    "account "
                            + account.ref()
                            + " has the setting '"
                            + name
                            + "' = '"
                            + account.settings().get(name)
                            + "', which makes no sense: "
                            + advice);
        }
    }
}
