package io.conserje.local.fuzz;

import io.conserje.local.fuzz.Request.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Changes what stands around a body: method, path, query, headers, proof. */
record LineMutation(RandomGenerator random) {
    static final String ACCOUNT = "demo";

    private static final List<String> TYPES =
            List.of(
                    "application/json",
                    "application/json; charset=utf-8",
                    "text/plain",
                    "application/octet-stream",
                    "application/x-www-form-urlencoded",
                    "APPLICATION/JSON",
                    "application/json; charset=utf-16",
                    "multipart/form-data; boundary=x",
                    "x",
                    "application/json;;;");

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE");

    /** Without what no server would read as a request at all. */
    private static final List<String> PATHS =
            List.of(
                    "/messaging/%s/nobody",
                    "/messaging/%s/",
                    "/messaging/%s",
                    "/messaging/%s/demo/",
                    "/messaging/%s/demo/more",
                    "/messaging/%s/..%%2Fdemo",
                    "/messaging/%s/../%s/demo",
                    "/messaging/%s/demo%%00",
                    "/messaging/%s/%%00",
                    "/messaging/%s/demo%%2Fx",
                    "/messaging/%s/DEMO",
                    "/messaging/%s/%%64emo",
                    "/messaging/%s/%%ff%%fe",
                    "/messaging/%s/%%",
                    "/messaging/%s/%%zz",
                    "/messaging/%s/de%%20mo",
                    "/messaging/%s/%%F0%%9F%%91%%8D",
                    "/messaging/%s/%%E2%%80%%AEdemo",
                    "/messaging/%s/demo;x=1",
                    "//messaging/%s/demo",
                    "/messaging//%s/demo",
                    "/messaging/signal/demo",
                    "/messaging/%s/{account}",
                    "/messaging/%s/a+b",
                    "/messaging/%s/demo%%0d%%0aX:1",
                    "/",
                    "/health/../messaging/%s/demo",
                    "/%%2e%%2e/",
                    "/messaging/%s/con.txt",
                    "/messaging/%s/-demo-",
                    "/messaging/%s/P%%23demo");

    private static final List<String> QUERIES =
            List.of(
                    "?",
                    "?a",
                    "?a=b&a=c",
                    "?=",
                    "?&&&",
                    "?%%00=%%00",
                    "?a=%%ff",
                    "?a=%%zz",
                    "?hub.mode=subscribe",
                    "?hub.mode=subscribe&hub.verify_token=x&hub.challenge=1",
                    "?hub.mode=subscribe&hub.verify_token=&hub.challenge=%%0d%%0aSet-Cookie:x",
                    "?hub.challenge=1&hub.challenge=2",
                    "?a=%%F0%%9F%%91%%8D",
                    "?+",
                    "?a[]=1&b{}=2");

    Request request(String channel, byte[] body) {
        boolean onLine = random.nextInt(8) == 0;
        return new Request(
                onLine && random.nextInt(3) == 0 ? Odd.one(METHODS, random) : "POST",
                onLine ? target(channel) : "/messaging/" + channel + "/" + ACCOUNT,
                onLine ? odd(body) : usual(channel),
                body,
                proof());
    }

    private Proof proof() {
        return switch (random.nextInt(16)) {
            case 0 -> Odd.one(List.of(Proof.values()), random);
            case 1 -> Proof.RIGHT_IN_CAPITALS;
            default -> Proof.RIGHT;
        };
    }

    private String target(String channel) {
        String path =
                switch (random.nextInt(6)) {
                    case 0, 1 -> "/messaging/%s/" + ACCOUNT;
                    case 2 -> "/messaging/%s/" + "a".repeat(random.nextInt(3000));
                    default -> Odd.one(PATHS, random);
                };
        String query = random.nextBoolean() ? "" : Odd.one(QUERIES, random);
        return (path + query).replace("%s", channel).replace("%%", "%");
    }

    private static List<Header> usual(String channel) {
        return List.of(
                new Header("content-type", "application/json"), new Header("user-agent", channel));
    }

    private List<Header> odd(byte[] body) {
        List<Header> headers = new ArrayList<>();
        if (random.nextInt(5) > 0) {
            headers.add(new Header("Content-Type", Odd.one(TYPES, random)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            headers.add(header(body));
        }
        return headers;
    }

    private Header header(byte[] body) {
        return switch (random.nextInt(9)) {
            case 0 -> new Header("x-long", "x".repeat(random.nextInt(6000)));
            case 1 -> new Header("content-encoding", "gzip");
            case 2 -> new Header("x-hub-signature", "sha1=" + "0".repeat(40));
            case 3 -> new Header("cookie", "a=b; c; =d;;");
            case 4 -> new Header("x-forwarded-for", "1.2.3.4, ::1, \u00e9");
            case 5 -> new Header("accept", "");
            case 6 -> new Header("x-amzn-trace-id", "Root=" + body.length);
            case 7 -> new Header("user-agent", "\u00e1\u00ff\u0080");
            default -> new Header("x-again", "again");
        };
    }
}
