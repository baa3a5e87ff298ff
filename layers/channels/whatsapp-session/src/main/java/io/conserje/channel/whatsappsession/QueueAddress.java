package io.conserje.channel.whatsappsession;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a queue's API is, as the queue's address tells it ({@code
 * docs.aws.amazon.com/general/latest/gr/sqs-service.html}).
 *
 * @param endpoint of the API
 * @param region empty where the address does not name it
 * @param isAws whether it gets the credentials of this process; a stand-in never does
 */
record QueueAddress(URI endpoint, Optional<String> region, boolean isAws) {
    private static final Pattern AWS = Pattern.compile("(?i).+\\.amazonaws\\.com(\\.cn)?");
    private static final Pattern REGION =
            Pattern.compile(
                    "(?i)(?:[a-z0-9-]+\\.)?sqs\\.([a-z0-9-]+)\\.(?:vpce\\.)?amazonaws\\..+");

    static QueueAddress of(URI queue) {
        String host = queue.getHost();
        Matcher named = REGION.matcher(host);
        return new QueueAddress(
                URI.create(queue.getScheme() + "://" + queue.getAuthority()),
                named.matches() ? Optional.of(named.group(1)) : Optional.empty(),
                AWS.matcher(host).matches() && queue.getScheme().equals("https"));
    }
}
