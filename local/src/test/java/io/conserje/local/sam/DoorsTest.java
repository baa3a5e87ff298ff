package io.conserje.local.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The way into this machine for a container; another loopback address plays the gateway. */
class DoorsTest {
    @Test
    void what_answers_here_answers_at_the_gateway() throws IOException {
        try (ServerSocket host = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Doors doors = new Doors("127.0.0.2")) {
            String address = doors.open("http://127.0.0.1:" + host.getLocalPort() + "/000/queue");
            Thread.ofVirtual()
                    .start(() -> {
                        try (Socket guest = host.accept()) {
                            guest.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    });

            assertEquals("http://127.0.0.2:" + host.getLocalPort() + "/000/queue", address);
            try (Socket guest = new Socket("127.0.0.2", URI.create(address).getPort())) {
                assertEquals(
                        "hello",
                        new String(guest.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void other_texts_stay_as_they_are() {
        try (Doors doors = new Doors("127.0.0.2")) {
            assertEquals("conserje-dev1-directory", doors.open("conserje-dev1-directory"));
        }
    }
}
