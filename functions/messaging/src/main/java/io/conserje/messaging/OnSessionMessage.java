package io.conserje.messaging;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conserje.application.AcceptWebhook;
import io.conserje.aws.FrontDeskFunction;
import io.conserje.aws.FunctionContext;
import io.conserje.aws.Invocation;
import io.conserje.aws.QueueBatch;
import io.conserje.aws.QueueBatch.Verdict;
import io.conserje.aws.QueueBatches;
import io.conserje.aws.Trail;
import io.conserje.aws.Way;
import io.conserje.aws.priming.Priming.AtQueue;
import io.conserje.aws.priming.Priming.AtTable;
import io.conserje.aws.priming.Rehearsal;
import io.conserje.channel.Webhook;
import io.conserje.model.AccountRef;
import io.conserje.model.CorrelationId;
import io.micronaut.context.ApplicationContextBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Consumes what a WhatsApp Web session says, from its two queues. Each message is to its channel
 * what a webhook is to others: signed, of one account, and acknowledged once it is durable.
 */
public final class OnSessionMessage extends FrontDeskFunction<SQSEvent, SQSBatchResponse> {
    private static final String CHANNEL = "whatsapp-session";
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Inject AcceptWebhook acceptWebhook;

    @Inject Way way;

    @Inject InstantSource clock;

    @Inject Invocation invocation;

    @Inject QueueBatches queues;

    private final Reports reports;
    private final QueueBatch inbound;
    private final QueueBatch events;

    public OnSessionMessage() {
        this(FunctionContext.builder());
        prime(
                Rehearsal.of(SQSEvent.class, SQSBatchResponse.class, again(OnSessionMessage::new))
                        .playing("SessionFunction", "on-session-message", "on-session-receipt"),
                new AtTable("DIRECTORY_TABLE"),
                new AtQueue("SESSION_INBOUND_QUEUE_URL"));
    }

    public OnSessionMessage(ApplicationContextBuilder context) {
        super(context);
        this.reports = new Reports(way, clock);
        this.inbound = queues.of("SESSION_INBOUND", LONGEST);
        this.events = queues.of("SESSION_EVENTS", LONGEST);
    }

    /** A batch is of one queue. */
    @Override
    public SQSBatchResponse execute(SQSEvent event) {
        boolean ordered =
                event.getRecords().stream()
                        .anyMatch(record -> record.getAttributes().containsKey("MessageGroupId"));
        return (ordered ? inbound : events).oneByOne(event, invocation.remaining(), this::accept);
    }

    private Verdict accept(List<SQSMessage> run) {
        SQSMessage record = run.getFirst();
        Optional<AccountRef> account = account(record.getBody());
        if (account.isEmpty()) {
            return new QueueBatch.Never("no session is named in it");
        }
        CorrelationId correlation = new CorrelationId(record.getMessageId());
        try (Trail trail = Trail.of(correlation, "", "")) {
            return accept(account.get(), webhook(record), correlation);
        }
    }

    private Verdict accept(AccountRef account, Webhook said, CorrelationId correlation) {
        Instant now = clock.instant();
        return switch (acceptWebhook.accept(account, said, correlation, now)) {
            case AcceptWebhook.Accepted accepted -> {
                reports.passed(account, accepted, now);
                yield new QueueBatch.Done();
            }
            case AcceptWebhook.UnknownAccount unknown ->
                    never("unknown account", account, now, "add it to its project's file");
            case AcceptWebhook.NotAuthentic forged ->
                    never(
                            "signature does not match",
                            account,
                            now,
                            "its signing-secret and the container's differ, or it is forged");
            case AcceptWebhook.Malformed malformed ->
                    never("malformed", account, now, malformed.reason());
            case AcceptWebhook.TooLarge large ->
                    never("too large", account, now, said.body().length + " bytes");
        };
    }

    /** Kept where a person finds it. */
    private Verdict never(String what, AccountRef account, Instant since, String reason) {
        reports.failed(what, account, since, reason);
        return new QueueBatch.Never(what + ": " + reason);
    }

    private static Webhook webhook(SQSMessage record) {
        MessageAttribute signature = record.getMessageAttributes().get(SessionWebhook.SIGNATURE);
        return SessionWebhook.of(
                record.getBody(),
                Optional.ofNullable(signature).map(MessageAttribute::getStringValue));
    }

    private static Optional<AccountRef> account(String body) {
        try {
            String session = JSON.readTree(body).path("session").asText();
            return Optional.of(new AccountRef(CHANNEL, session));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
