package io.conserje.aws.priming;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server for clients that we know, on a port of this machine: HTTP/1.1 with bodies of a told
 * length, a thread for each connection. It is its own because a function must not depend on what
 * the runtime's Java may lack, and because a measurement must not measure the server.
 */
public final class LoopbackServer implements AutoCloseable {
    private static final int BACKLOG = 256;

    private final ServerSocket socket;
    private final Answering answering;
    private final ThreadFactory threads;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();

    /**
     * @param connection the how many-th connection it came by, from 1
     * @param headers with names in lower case
     */
    public record Request(
            int connection,
            String method,
            String target,
            Map<String, String> headers,
            byte[] body) {}

    public record Answer(int status, byte[] body) {}

    /** Gives each request its answer. */
    @FunctionalInterface
    public interface Answering {
        Answer answer(Request request) throws IOException;
    }

    private LoopbackServer(ServerSocket socket, Answering answering, ThreadFactory threads) {
        this.socket = socket;
        this.answering = answering;
        this.threads = threads;
    }

    public static LoopbackServer start(Answering answering) throws IOException {
        return start(answering, Thread.ofPlatform().daemon().factory());
    }

    /**
     * @param threads make those that wait for connections and requests
     */
    static LoopbackServer start(Answering answering, ThreadFactory threads) throws IOException {
        LoopbackServer server =
                new LoopbackServer(
                        new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1")),
                        answering,
                        threads);
        threads.newThread(server::accept).start();
        return server;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** How many connections there have been. */
    public int connections() {
        return accepted.get();
    }

    /** How many of them are open. */
    public int open() {
        return open.size();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                open.add(connection);
                int number = accepted.incrementAndGet();
                threads.newThread(() -> serve(connection, number)).start();
            } catch (IOException e) {
                // Closed, or one connection that could not be made.
            }
        }
    }

    private void serve(Socket connection, int number) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String[] start = line.split(" ", 3);
                Map<String, String> headers = headers(in);
                if (headers.containsKey("expect")) {
                    out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
                }
                int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
                byte[] body = in.readNBytes(length);
                write(
                        answering.answer(new Request(number, start[0], start[1], headers, body)),
                        out);
            }
        } catch (IOException | RuntimeException e) {
            // The other side has gone or makes no sense: it sees its connection end.
        } finally {
            open.remove(connection);
        }
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    /** Empty at the end of the headers, and at the end of the connection. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(ISO_8859_1);
    }

    private static void write(Answer answer, OutputStream out) throws IOException {
        byte[] head =
                ("HTTP/1.1 "
                                + answer.status()
                                + " .\r\ncontent-type: application/json\r\ncontent-length: "
                                + answer.body().length
                                + "\r\n\r\n")
                        .getBytes(ISO_8859_1);
        byte[] all = new byte[head.length + answer.body().length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(answer.body(), 0, all, head.length, answer.body().length);
        out.write(all);
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("a socket of this machine can always be closed", e);
        }
    }
}
