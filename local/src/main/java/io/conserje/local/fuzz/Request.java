package io.conserje.local.fuzz;

import java.util.List;

/**
 * One request, before it is signed: who plays it knows the secrets.
 *
 * @param target path and query as they go over the line
 * @param headers beside the proof
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
public record Request(
        String method, String target, List<Header> headers, byte[] body, Proof proof) {
    public Request {
        headers = List.copyOf(headers);
    }

    public record Header(String name, String value) {}

    Request withBody(byte[] other) {
        return new Request(method, target, headers, other, proof);
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }
}
