package io.conserje.testkit;

import io.conserje.application.Turn;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundMessage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was heard and said in a conversation. */
public record Transcript(List<Turn.Heard> heard, List<OutboundMessage> said) {
    public Transcript {
        heard = List.copyOf(heard);
        said = List.copyOf(said);
    }

    static Transcript empty() {
        return new Transcript(List.of(), List.of());
    }

    Transcript with(Turn turn) {
        return new Transcript(
                Stream.concat(heard.stream(), turn.inbound().stream()).toList(),
                Stream.concat(said.stream(), turn.outbound().stream()).toList());
    }

    Set<MessageId> ids() {
        return heard.stream().map(one -> one.message().id()).collect(Collectors.toSet());
    }
}
