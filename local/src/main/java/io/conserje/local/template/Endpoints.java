package io.conserje.local.template;

/** Where the local stand-ins answer, for the intrinsics that give an address. */
public record Endpoints(String api, String sqs) {
    static final Endpoints UNKNOWN = new Endpoints("http://127.0.0.1:0", "http://127.0.0.1:0");
}
