package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.Files;
import io.conserje.channel.SendOutcome;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import java.time.Duration;

/**
 * One message's way out, its file first.
 *
 * @param number Meta's id of our number
 * @param toUpload how much longer it may take when there is a file
 */
record Sending(
        OutboundMessage message,
        GraphApi graph,
        String number,
        Duration toSend,
        Duration toUpload) {

    SendOutcome send(Files files) {
        return switch (message.content()) {
            case Outgoing.Say say -> call("text", Payload.text(say), toSend);
            case Outgoing.Ask ask -> call("interactive", QuestionPayload.of(ask), toSend);
            case Outgoing.File file -> file(file, files);
            case Outgoing.Place place -> call("location", Payload.location(place), toSend);
            case Outgoing.Cards cards -> call("contacts", Payload.contacts(cards), toSend);
            case Outgoing.Templated templated ->
                    call("template", TemplatePayload.of(templated.use()), toSend);
        };
    }

    private SendOutcome file(Outgoing.File file, Files files) {
        Deadline deadline = Deadline.in(toSend.plus(toUpload));
        return switch (new Upload(file, graph, number).run(files, deadline, toSend)) {
            case Upload.Not not -> not.outcome();
            case Upload.As as ->
                    call(
                            Payload.word(file.kind()),
                            Payload.file(file, as.id()),
                            least(toSend, deadline.leftBut(Duration.ZERO)));
        };
    }

    private SendOutcome call(String type, JsonNode body, Duration limit) {
        return Verdict.of(graph.post(number + "/messages", Payload.of(message, type, body), limit));
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
