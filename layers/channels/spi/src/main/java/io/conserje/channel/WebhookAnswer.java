package io.conserje.channel;

/** What the provider gets back from a handshake, as {@code text/plain}. */
public record WebhookAnswer(int status, String body) {}
