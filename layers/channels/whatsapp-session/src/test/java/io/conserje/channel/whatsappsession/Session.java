package io.conserje.channel.whatsappsession;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.Files;
import io.conserje.channel.SendOutcome;
import io.conserje.model.MediaFile;
import io.conserje.model.OutboundMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The queue of a session: it remembers what was put into it and answers as told. */
final class Session implements Commands {
    record Put(Command command, URI queue, Duration limit) {}

    final List<Put> puts = new ArrayList<>();
    final List<Duration> links = new ArrayList<>();
    private final Deque<Handed> answers = new ArrayDeque<>();

    Session answering(Handed... next) {
        answers.addAll(List.of(next));
        return this;
    }

    @Override
    public Handed put(Command command, URI queue, Duration limit) {
        puts.add(new Put(command, queue, limit));
        return answers.isEmpty() ? new Taken() : answers.removeFirst();
    }

    /** A store whose links are these. */
    Files store(String link) {
        return new Files() {
            @Override
            public InputStream open(MediaFile file) throws IOException {
                throw new IOException("a session's files are not opened here");
            }

            @Override
            public Optional<URI> link(MediaFile file, Duration good) {
                links.add(good);
                return Optional.of(URI.create(link + file.key()));
            }
        };
    }

    SendOutcome send(OutboundMessage message) {
        return send(message, store("https://bucket.example/"));
    }

    SendOutcome send(OutboundMessage message, Files files) {
        return Desk.channel(this).send(message, files, Desk.ACCOUNT, Desk.secrets());
    }

    JsonNode body() {
        return Desk.tree(Desk.only(puts).command().text());
    }

    JsonNode content() {
        return body().path("content");
    }
}
