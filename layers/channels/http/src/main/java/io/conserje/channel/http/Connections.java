package io.conserje.channel.http;

import java.net.http.HttpClient;
import java.time.Duration;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/** The connections of this process to all providers; a snapshot holds none of them. */
final class Connections implements Resource {
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);

    /** The runtime keeps it weakly. */
    private static final Connections ALL = new Connections();

    private @Nullable HttpClient open;

    static {
        Core.getGlobalContext().register(ALL);
    }

    private Connections() {}

    static void register() {
        // Done with this class.
    }

    static HttpClient client() {
        return ALL.opened();
    }

    private synchronized HttpClient opened() {
        HttpClient now = open;
        if (now == null) {
            now =
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .connectTimeout(TO_CONNECT)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .build();
            open = now;
        }
        return now;
    }

    @Override
    public synchronized void beforeCheckpoint(Context<? extends Resource> context) {
        HttpClient now = open;
        open = null;
        if (now != null) {
            now.shutdownNow();
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
