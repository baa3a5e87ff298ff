package io.conserje.engine.dialogue;

import io.conserje.engine.Business;
import io.conserje.engine.booking.Appointments;
import io.conserje.engine.booking.SlotInWords;
import io.conserje.engine.tool.Cause;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.model.Language;
import io.conserje.model.Outgoing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A turn, as whoever talks in it sees it. */
public interface Floor {
    Business business();

    Language language();

    Instant now();

    /** What is open, the one that is talked about first. */
    List<Form> forms();

    void keep(List<Form> forms);

    /** The name that the customer gave before. */
    Optional<String> customerName();

    void remember(String customerName);

    /** What may be chosen from since the last turn. */
    List<Outgoing.Option> offered();

    String phrase(String key, Map<String, String> names);

    void say(String text);

    /** What is asked at the end of the turn; a later question takes its place. */
    void ask(String text, List<Outgoing.Option> options);

    /** What came of a call; the turn begins anew once it is known. */
    ToolResult call(ToolCall call);

    /** A new one for each change that the message causes. */
    Cause cause();

    default Appointments appointments() {
        return business().appointments();
    }

    default SlotInWords words() {
        return new SlotInWords(language(), business().zone());
    }

    default LocalDate today() {
        return now().atZone(business().zone()).toLocalDate();
    }

    default void tell(String key, Map<String, String> names) {
        say(phrase(key, names));
    }

    default void tell(String key) {
        tell(key, Map.of());
    }
}
