package io.conserje.local.fuzz;

import io.conserje.local.fuzz.Request.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a request to a server byte by byte: a client library would refuse most of them. */
record Line(URI server) {
    private static final int PATIENCE = 60_000;
    private static final int STATUS = "HTTP/1.1 ".length();
    private static final int NO_ANSWER = 599;

    int status(Request request, List<Header> headers) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(head(request, headers));
            socket.getOutputStream().write(request.body());
            socket.getOutputStream().flush();
            String answer =
                    new String(
                            socket.getInputStream().readNBytes(STATUS + 3),
                            StandardCharsets.ISO_8859_1);
            return answer.length() < STATUS + 3
                    ? NO_ANSWER
                    : Integer.parseInt(answer.substring(STATUS));
        } catch (IOException | NumberFormatException broken) {
            return NO_ANSWER;
        }
    }

    /** Each character of a header is a byte of it. */
    private byte[] head(Request request, List<Header> headers) {
        StringBuilder head = new StringBuilder();
        head.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(server.getAuthority()).append("\r\nConnection: close\r\n");
        head.append("Content-Length: ").append(request.body().length).append("\r\n");
        headers.forEach(
                one -> head.append(one.name()).append(": ").append(one.value()).append("\r\n"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }
}
