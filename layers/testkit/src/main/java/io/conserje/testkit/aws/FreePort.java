package io.conserje.testkit.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** DynamoDB Local cannot be told to take any port and say which. */
final class FreePort {
    private FreePort() {}

    static int find() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
