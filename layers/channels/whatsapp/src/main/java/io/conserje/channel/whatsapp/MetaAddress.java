package io.conserje.channel.whatsapp;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An address that may see the access token: Meta's own, or where the Graph API is. */
final class MetaAddress {
    private static final List<String> DOMAINS =
            List.of(".fbcdn.net", ".whatsapp.net", ".facebook.com");

    private MetaAddress() {}

    static Optional<URI> of(String text, URI graph) {
        try {
            URI address = URI.create(text);
            return isMetas(address) || isSameOrigin(address, graph)
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isMetas(URI address) {
        String host = host(address);
        return "https".equalsIgnoreCase(address.getScheme())
                && (address.getPort() == -1 || address.getPort() == 443)
                && (host.equals("lookaside.fbsbx.com")
                        || DOMAINS.stream().anyMatch(host::endsWith));
    }

    private static boolean isSameOrigin(URI address, URI graph) {
        return graph.getScheme().equalsIgnoreCase(address.getScheme())
                && !host(address).isEmpty()
                && host(address).equals(host(graph))
                && address.getPort() == graph.getPort();
    }

    private static String host(URI address) {
        return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    }
}
