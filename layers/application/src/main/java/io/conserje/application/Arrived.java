package io.conserje.application;

import io.conserje.model.Arrival;
import io.conserje.model.InboundMessage;
import io.conserje.model.MessageId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One message, with what is known of how it came. */
record Arrived(Arrival arrival, InboundMessage message) {

    /** All messages of these arrivals in their order; the same message in two of them is one. */
    static List<Arrived> apart(List<Arrival> arrivals) {
        Map<MessageId, Arrived> all = new LinkedHashMap<>();
        for (Arrival arrival : arrivals) {
            arrival.messages()
                    .forEach(message ->
                            all.putIfAbsent(message.id(), new Arrived(arrival, message)));
        }
        return List.copyOf(all.values());
    }
}
