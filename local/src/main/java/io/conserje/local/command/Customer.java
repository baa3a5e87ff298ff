package io.conserje.local.command;

import io.conserje.model.Contact;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which customer of an emulated provider a command speaks as, or of. */
final class Customer {
    @Mixin private Counterpart counterpart;

    @Option(names = "--phone", paramLabel = "NUMBER", defaultValue = "50760000001")
    String phone;

    /** The account that they write to. */
    RunFile.Line line(RunFile run, Texts texts) {
        return counterpart.line(run, texts);
    }

    /** The customer as the provider names them in a webhook. */
    Contact contact(Http http, RunFile run, Texts texts) {
        String key = http.get(messages(run, texts)).body().path("contact").asText(phone);
        return new Contact(
                Optional.of(key), Optional.of(phone), Optional.empty(), Optional.empty());
    }

    URI messages(RunFile run, Texts texts) {
        return line(run, texts).emulator().resolve("/_emulator/phones/" + phone + "/messages");
    }
}
