package io.conserje.channel.telegram;

import io.conserje.channel.Files;
import io.conserje.channel.SendOutcome;
import io.conserje.channel.http.Multipart;
import io.conserje.channel.http.Reply;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;

/** Hands over one message. */
record Sender(BotApi api, Files files, Duration toCall, Duration toUpload) {

    SendOutcome send(OutboundMessage message) {
        return Address.of(message.to())
                .map(to -> send(message, to))
                .orElseGet(() -> new SendOutcome.Rejected("the contact is no chat of Telegram's"));
    }

    private SendOutcome send(OutboundMessage message, Address to) {
        Optional<Call> call = Payload.of(message, to);
        if (call.isEmpty()) {
            return unsayable(message.content());
        }
        try {
            return follow(message, to, attempt(call.get()));
        } catch (NoSuchFileException e) {
            return new SendOutcome.Rejected("the file " + e.getMessage() + " is not there");
        }
    }

    private static SendOutcome unsayable(Outgoing content) {
        String what =
                content instanceof Outgoing.Templated templated
                        ? "the template '" + templated.use().name() + "'"
                        : content.getClass().getSimpleName();
        return new SendOutcome.Rejected("Telegram has no call for " + what);
    }

    /** A group that moved is told in the refusal, and not taken under its old id any more. */
    private SendOutcome follow(OutboundMessage message, Address to, Reply first)
            throws NoSuchFileException {
        Optional<Address> moved =
                Refusal.read(first)
                        .flatMap(Refusal::movedTo)
                        .map(chat -> new Address(Long.parseLong(chat), to.topic()));
        Optional<Call> again = moved.flatMap(there -> Payload.of(message, there));
        Reply last = again.isPresent() ? attempt(again.get()) : first;
        return new Verdict(message.content(), moved.orElse(to).isGroup()).of(last);
    }

    private Reply attempt(Call call) throws NoSuchFileException {
        Optional<Call.Attachment> attachment = call.attachment();
        return attachment.isPresent()
                ? upload(call, attachment.get())
                : api.post(call.method(), call.fields(), toCall);
    }

    private Reply upload(Call call, Call.Attachment attachment) throws NoSuchFileException {
        try (Bytes bytes = new Bytes(files.open(attachment.file()))) {
            Multipart form = Attachments.form(call, attachment);
            Reply reply =
                    api.post(
                            call.method(),
                            form.contentType(),
                            body(form, attachment, bytes),
                            toUpload);
            return reply instanceof Reply.NoAnswer none && !bytes.ended()
                    ? new Reply.NeverSent(none.reason() + "; the file was not sent to its end")
                    : reply;
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            return new Reply.NeverSent("cannot read the file: " + e.getMessage());
        }
    }

    private static BodyPublisher body(Multipart form, Call.Attachment attachment, Bytes bytes) {
        return form.with(
                attachment.field(),
                attachment.fileName(),
                attachment.file().mediaType(),
                bytes,
                attachment.file().bytes());
    }
}
