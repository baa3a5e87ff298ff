package io.conserje.aws;

import static io.conserje.aws.Items.longOf;
import static io.conserje.aws.Items.stringOf;

import io.conserje.application.Ruling;
import io.conserje.application.audit.Evidence;
import io.conserje.application.audit.Evidence.Diary;
import io.conserje.application.audit.Evidence.Heard;
import io.conserje.application.audit.Evidence.Parked;
import io.conserje.application.audit.Evidence.Said;
import io.conserje.application.audit.Evidence.State;
import io.conserje.engine.Business;
import io.conserje.engine.booking.Agenda;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.DaySheet;
import io.conserje.engine.booking.LogEntry;
import io.conserje.model.ConversationId;
import io.conserje.model.InboundMessage;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.ProjectId;
import io.conserje.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads all that an audit looks at, item by item, and changes nothing. */
public final class StoredEvidence {
    private static final Pattern CONVERSATION = Pattern.compile("P#([^#]+)#C#([a-z2-7]+)");
    private static final Pattern BOOKINGS = Pattern.compile("P#([^#]+)#([RCB])#.*");

    private static final Wire WIRE = new Wire();

    /** Nobody waits for an audit, and a laptop's tables take their time over a page. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int A_PAGE = 500;

    private final List<State> states = new ArrayList<>();
    private final List<Heard> heard = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private final Set<String> marks = new HashSet<>();
    private final Map<ParkedLog.Deed, List<Parked>> handled = new EnumMap<>(ParkedLog.Deed.class);
    private final List<Booking> bookings = new ArrayList<>();
    private final List<LogEntry> log = new ArrayList<>();
    private final List<DaySheet> sheets = new ArrayList<>();
    private final List<Agenda> agendas = new ArrayList<>();

    /** Of an {@link InboundMessage} as it is stored. */
    private record Listened(MessageId id) {}

    /** Of an {@link OutboundMessage} as it is stored. */
    private record Spoken(OutboundId id) {}

    private StoredEvidence() {}

    /**
     * @param conversations the conversations' table
     * @param bookings the bookings' table
     * @param businesses whose they are
     * @param queues what waits and what is parked, read before
     */
    public static Evidence read(
            AwsClients clients,
            String conversations,
            String bookings,
            List<Business> businesses,
            Evidence.Queues queues) {
        StoredEvidence read = new StoredEvidence();
        scan(clients, conversations, read::conversation);
        scan(clients, bookings, read::booking);
        return new Evidence(
                read.states,
                read.heard,
                read.said,
                read.marks,
                new Diary(read.bookings, read.log, read.sheets, read.agendas, shared(businesses)),
                queues,
                new Evidence.Handled(
                        read.handled.getOrDefault(ParkedLog.Deed.REPLAYED, List.of()),
                        read.handled.getOrDefault(ParkedLog.Deed.DISCARDED, List.of())));
    }

    private static Set<String> shared(List<Business> businesses) {
        return businesses.stream()
                .flatMap(business ->
                        business.appointments().services().stream()
                                .filter(service -> service.capacity() > 1)
                                .map(service -> business.project() + "#" + service.id()))
                .collect(Collectors.toSet());
    }

    private static void scan(
            AwsClients clients, String table, Consumer<Map<String, AttributeValue>> each) {
        clients.dynamo()
                .scanPaginator(scan ->
                        scan.tableName(table)
                                .consistentRead(true)
                                .limit(A_PAGE)
                                .overrideConfiguration(call ->
                                        call.apiCallTimeout(PATIENCE)
                                                .apiCallAttemptTimeout(PATIENCE)))
                .items()
                .forEach(each);
    }

    private void conversation(Map<String, AttributeValue> item) {
        Matcher key = CONVERSATION.matcher(stringOf(item, "pk"));
        if (!key.matches()) {
            if (stringOf(item, "pk").endsWith(ParkedLog.PARTITION)) {
                ParkedLog.Handled one = ParkedLog.of(item);
                handled.computeIfAbsent(one.deed(), deed -> new ArrayList<>()).add(one.what());
            }
            return;
        }
        ProjectId project = new ProjectId(key.group(1));
        ConversationId id = new ConversationId(key.group(2));
        String sort = stringOf(item, "sk");
        if (sort.equals(Items.STATE)) {
            state(project, id, item);
        } else if (sort.startsWith("SEEN#")) {
            marks.add(id + "#" + sort);
        } else if (stringOf(item, "direction").equals("in")) {
            heard(project, id, item);
        } else {
            said(project, item);
        }
    }

    private void state(ProjectId project, ConversationId id, Map<String, AttributeValue> item) {
        if (item.containsKey("version")) {
            states.add(
                    new State(
                            project,
                            id,
                            longOf(item, "version"),
                            longOf(item, "lastSequence"),
                            Items.listOf(item, "outbox").stream()
                                    .map(one -> WIRE.read(one.s(), Spoken.class).id())
                                    .toList()));
        }
    }

    private void heard(ProjectId project, ConversationId id, Map<String, AttributeValue> item) {
        MessageId message = WIRE.read(stringOf(item, "content"), Listened.class).id();
        Instant at = Instant.parse(stringOf(item, "at"));
        heard.add(
                new Heard(
                        project,
                        id,
                        sequence(item),
                        longOf(item, "turn"),
                        message,
                        stringOf(item, "rule"),
                        at,
                        id + "#" + Items.seen(message),
                        at.plus(Items.REMEMBER_SEEN)));
    }

    private void said(ProjectId project, Map<String, AttributeValue> item) {
        OutboundMessage message = WIRE.read(stringOf(item, "content"), OutboundMessage.class);
        said.add(
                new Said(
                        project,
                        message.account(),
                        message.id(),
                        longOf(item, "turn"),
                        OutboundItems.status(item),
                        text(item, "providerId"),
                        message.terms().purpose(),
                        item.containsKey(OutboundItems.WAITED),
                        item.containsKey(OutboundItems.REPLAYED),
                        Instant.parse(stringOf(item, "at")),
                        rule(item),
                        message.content().text()));
    }

    private static long sequence(Map<String, AttributeValue> item) {
        return Long.parseLong(stringOf(item, "sk").substring("M#".length()));
    }

    /** Of what came of it; else of what was decided. */
    private String rule(Map<String, AttributeValue> item) {
        return text(item, OutboundItems.OUTCOME)
                .or(() -> text(item, OutboundItems.DECISION))
                .map(ruling -> WIRE.read(ruling, Ruling.class).rule())
                .orElse("");
    }

    private static Optional<String> text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    private void booking(Map<String, AttributeValue> item) {
        Matcher key = BOOKINGS.matcher(stringOf(item, "pk"));
        if (!key.matches()) {
            return;
        }
        String data = stringOf(item, "data");
        switch (key.group(2)) {
            case "R" -> sheets.add(WIRE.read(data, DaySheet.class));
            case "C" -> agendas.add(WIRE.read(data, Agenda.class));
            default -> {
                if (stringOf(item, "sk").startsWith(BookingKeys.LOG)) {
                    log.add(WIRE.read(data, LogEntry.class));
                } else {
                    bookings.add(WIRE.read(data, Booking.class));
                }
            }
        }
    }
}
