package io.conserje.channel.whatsappsession;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a file lies. The customer's client wrote the address, so it may say anything: only WhatsApp
 * is asked, or what the account names in its place.
 */
final class MediaAddress {
    private static final URI USUAL = URI.create("https://mmg.whatsapp.net");

    /** Stands in for an address where only the path is told ({@code getUrlFromDirectPath}). */
    private static final String NO_HOST = "web.whatsapp.net";

    private MediaAddress() {}

    /** Empty when neither the address nor the path leads there. */
    static Optional<URI> of(MediaReference reference, Optional<URI> instead) {
        URI root = instead.orElse(USUAL);
        return reference
                .url()
                .flatMap(MediaAddress::parse)
                .filter(url -> isWhatsApp(url) || instead.isPresent() && isSame(url, root))
                .or(() ->
                        reference
                                .directPath()
                                .filter(path -> path.startsWith("/"))
                                .flatMap(path -> parse(origin(root) + path))
                                .filter(url -> isSame(url, root)));
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(URI.create(text))
                    .filter(url -> url.getHost() != null && url.getUserInfo() == null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isWhatsApp(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return "https".equals(url.getScheme())
                && (url.getPort() == -1 || url.getPort() == 443)
                && host.endsWith(".whatsapp.net")
                && !host.equals(NO_HOST);
    }

    private static boolean isSame(URI url, URI root) {
        return origin(url).equalsIgnoreCase(origin(root));
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }
}
