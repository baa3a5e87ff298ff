package io.conserje.local.sam;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets containers in: what answers here at the loopback interface answers at the containers'
 * gateway too, at the same port, and nowhere else.
 */
final class Doors implements AutoCloseable {
    private static final Pattern HERE = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

    private final InetAddress gateway;
    private final TreeMap<Integer, ServerSocket> doors = new TreeMap<>();
    private final List<Socket> open = new ArrayList<>();

    /** Nothing can listen there. */
    static final class NotHere extends UncheckedIOException {
        private static final long serialVersionUID = 1;

        NotHere(InetAddress gateway, int port, IOException cause) {
            super(
                    "nothing can listen at port "
                            + port
                            + " of "
                            + gateway.getHostAddress()
                            + ", the gateway of Docker's network: "
                            + cause.getMessage(),
                    cause);
        }
    }

    Doors(String gateway) {
        try {
            this.gateway = InetAddress.getByName(gateway);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same text for a container: with the addresses that it reaches. */
    String open(String text) {
        return HERE.matcher(text)
                .replaceAll(found -> "http://" + door(Integer.parseInt(found.group(1))));
    }

    private String door(int port) {
        ServerSocket door = doors.computeIfAbsent(port, this::listen);
        return Matcher.quoteReplacement(
                door.getInetAddress().getHostAddress() + ":" + door.getLocalPort());
    }

    private ServerSocket listen(int port) {
        try {
            ServerSocket door = new ServerSocket(port, 50, gateway);
            Thread.ofVirtual().start(() -> welcome(door, port));
            return door;
        } catch (IOException e) {
            throw new NotHere(gateway, port, e);
        }
    }

    private void welcome(ServerSocket door, int port) {
        try {
            while (true) {
                Socket guest = remember(door.accept());
                Thread.ofVirtual().start(() -> serve(guest, port));
            }
        } catch (IOException closed) {
            // That is how it ends.
        }
    }

    private void serve(Socket guest, int port) {
        try {
            Socket host = remember(new Socket(InetAddress.getLoopbackAddress(), port));
            Thread.ofVirtual().start(() -> pass(host, guest));
            pass(guest, host);
        } catch (IOException nobody) {
            hangUp(guest);
        }
    }

    private synchronized Socket remember(Socket socket) {
        open.add(socket);
        return socket;
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // Either side may hang up.
        }
    }

    private static void hangUp(Closeable one) {
        try {
            one.close();
        } catch (IOException gone) {
            // It is closed either way.
        }
    }

    @Override
    public synchronized void close() {
        doors.values().forEach(Doors::hangUp);
        open.forEach(Doors::hangUp);
    }
}
