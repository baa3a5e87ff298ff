package io.conserje.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conserje.engine.Business;
import io.conserje.engine.Session;
import io.conserje.engine.booking.Agenda;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.DaySheet;
import io.conserje.engine.booking.Due;
import io.conserje.engine.booking.LogEntry;
import io.conserje.engine.booking.Waiting;
import io.conserje.engine.tool.ToolResult;
import io.conserje.model.Account;
import io.conserje.model.Arrival;
import io.conserje.model.OutboundMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an earlier release wrote is in queues and tables now. These files are such texts: they are
 * never changed to suit the code.
 */
class StoredBeforeTest {
    private final Wire wire = new Wire();

    static Stream<Arguments> stored() {
        return Stream.of(
                Arguments.of(
                        "arrival.json", Samples.arrival(Samples.firstContents()), Arrival.class),
                Arguments.of(
                        "say.json",
                        Samples.outbound(Samples.outgoings().getFirst()),
                        OutboundMessage.class),
                Arguments.of(
                        "ask.json",
                        Samples.outbound(Samples.outgoings().get(1)),
                        OutboundMessage.class),
                Arguments.of(
                        "session-automatic.json",
                        Samples.session(Samples.phases().get(0)),
                        Session.class),
                Arguments.of(
                        "session-with-person.json",
                        Samples.session(Samples.phases().get(1)),
                        Session.class),
                Arguments.of(
                        "session-stopped.json",
                        Samples.session(Samples.phases().get(2)),
                        Session.class),
                Arguments.of("account.json", Samples.account(), Account.class),
                Arguments.of("business.json", Samples.business(), Business.class),
                Arguments.of(
                        "business-that-books.json", Samples.businessThatBooks(), Business.class),
                Arguments.of(
                        "booking.json",
                        BookingSamples.booking(BookingSamples.states().getFirst()),
                        Booking.class),
                Arguments.of("day-sheet.json", BookingSamples.sheet(), DaySheet.class),
                Arguments.of("agenda.json", BookingSamples.agenda(), Agenda.class),
                Arguments.of("log-entry.json", BookingSamples.logEntry(), LogEntry.class),
                Arguments.of("due.json", BookingSamples.due(), Due.class),
                Arguments.of(
                        "waiting.json",
                        BookingSamples.waiting(BookingSamples.clocks().getLast()),
                        Waiting.class),
                Arguments.of(
                        "tool-result.json", BookingSamples.results().getLast(), ToolResult.class));
    }

    @ParameterizedTest
    @MethodSource("stored")
    void isStillRead(String file, Object value, Class<?> type) {
        assertEquals(value, wire.read(text(file), type));
    }

    /** What has been added since is passed over by a release that does not know it. */
    @ParameterizedTest
    @MethodSource("stored")
    void isStillWrittenTheSameWaySoThatARollBackCanReadIt(String file, Object value, Class<?> type)
            throws IOException {
        ObjectMapper json = new ObjectMapper();

        requireWithin(json.readTree(text(file)), json.readTree(wire.write(value)), file);
    }

    private static void requireWithin(JsonNode before, JsonNode now, String path) {
        if (!before.isContainerNode()) {
            assertEquals(before, now, path);
            return;
        }
        if (before.isArray()) {
            assertEquals(before.size(), now.size(), path);
        }
        before.properties()
                .forEach(each ->
                        requireWithin(
                                each.getValue(),
                                now.path(each.getKey()),
                                path + "/" + each.getKey()));
        for (int i = 0; before.isArray() && i < before.size(); i++) {
            requireWithin(before.get(i), now.get(i), path + "/" + i);
        }
    }

    private static String text(String file) {
        try (InputStream in =
                Objects.requireNonNull(StoredBeforeTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
