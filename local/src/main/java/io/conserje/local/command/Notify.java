package io.conserje.local.command;

import io.conserje.model.Arrival;
import io.conserje.model.Content;
import io.conserje.model.Outgoing;
import io.conserje.model.TemplateUse;
import io.conserje.model.Terms;
import io.conserje.model.TheOutsideWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says something to a customer that nobody asked for: whether and when it leaves is decided. */
@Command(name = "notify")
@TheOutsideWorld
final class Notify implements Callable<Integer> {
    private static final Duration WHILE_URGENT = Duration.ofHours(1);

    @Mixin private Home home;

    @Mixin private Customer customer;

    @Parameters(paramLabel = "TEXT")
    private String text;

    @Option(names = "--template", paramLabel = "NAME/LANGUAGE")
    private Optional<String> template = Optional.empty();

    @Option(names = "--value", paramLabel = "VARIABLE=VALUE")
    private Map<String, String> values = Map.of();

    @Option(names = "--urgent")
    private boolean urgent;

    @Option(names = "--marketing")
    private boolean marketing;

    private final Texts texts = Texts.ofSystem();

    @Override
    public Integer call() {
        RunFile run = RunFile.require(home.data(), texts);
        try (Http http = new Http()) {
            Arrival arrival =
                    Inbox.arrival(
                            customer.line(run, texts),
                            customer.contact(http, run, texts),
                            "occasion-",
                            new Content.Occasion(new Outgoing.Say(text), terms()));
            Inbox.send(run, arrival);
            System.out.println(texts.say("notify.queued", arrival.conversation()));
            return 0;
        } catch (IllegalArgumentException e) {
            throw new Mistake(String.valueOf(e.getMessage()));
        }
    }

    private Terms terms() {
        return new Terms(
                marketing ? Terms.Purpose.MARKETING : Terms.Purpose.NOTICE,
                urgent ? Optional.of(Instant.now().plus(WHILE_URGENT)) : Optional.empty(),
                Optional.empty(),
                template.map(this::use));
    }

    private TemplateUse use(String named) {
        int slash = named.indexOf('/');
        if (slash < 0) {
            throw new Mistake(texts.say("notify.template", named));
        }
        return new TemplateUse(
                named.substring(0, slash), named.substring(slash + 1), values, List.of());
    }
}
