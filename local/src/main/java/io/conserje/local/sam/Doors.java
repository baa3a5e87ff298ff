package io.conserje.local.sam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
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
            throw new UncheckedIOException(
                    "the gateway of Docker's network, " + gateway + ", is not of this machine", e);
        }
    }

    private void welcome(ServerSocket door, int port) {
        try {
            while (true) {
                Socket guest = remember(door.accept());
                Socket host = remember(new Socket(InetAddress.getLoopbackAddress(), port));
                Thread.ofVirtual().start(() -> pass(guest, host));
                Thread.ofVirtual().start(() -> pass(host, guest));
            }
        } catch (SocketException closed) {
            // That is how it ends.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    @Override
    public synchronized void close() {
        try {
            for (ServerSocket door : doors.values()) {
                door.close();
            }
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
