package io.conserje.local.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before a service and can be shut, as if the service were away. */
final class Valve implements AutoCloseable {
    private final URI behind;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean shut;

    private Valve(URI behind, ServerSocket door) {
        this.behind = behind;
        this.door = door;
    }

    static Valve before(URI service) {
        try {
            Valve valve =
                    new Valve(service, new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(valve::accept);
            return valve;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    void shut() {
        shut = true;
        open.forEach(Valve::quietly);
    }

    void open() {
        shut = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                if (shut) {
                    quietly(caller);
                } else {
                    join(caller);
                }
            } catch (IOException closed) {
                // The door is shut for good, or the service is; callers see it as they should.
            }
        }
    }

    private void join(Socket caller) throws IOException {
        Socket service = new Socket(InetAddress.getLoopbackAddress(), behind.getPort());
        open.add(caller);
        open.add(service);
        Thread.ofVirtual().start(() -> pump(caller, service));
        Thread.ofVirtual().start(() -> pump(service, caller));
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to) {
            long unused = from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // Either side may go at any time.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        shut();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
