package io.conserje.delivery;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.conserje.application.ReceiptQueue.Notice;
import io.conserje.application.RecordReceipt;
import io.conserje.aws.FrontDeskFunction;
import io.conserje.aws.FunctionContext;
import io.conserje.aws.Invocation;
import io.conserje.aws.QueueBatch;
import io.conserje.aws.QueueBatch.Verdict;
import io.conserje.aws.QueueBatches;
import io.conserje.aws.Trail;
import io.conserje.aws.Way;
import io.conserje.aws.Way.Word;
import io.conserje.aws.priming.Priming.AtQueue;
import io.conserje.aws.priming.Rehearsal;
import io.conserje.model.CorrelationId;
import io.conserje.model.OutboundId;
import io.conserje.model.Receipt;
import io.conserje.wire.Wire;
import io.micronaut.context.ApplicationContextBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Consumes the receipts' queue: notes what became of our messages, in whatever order that is told.
 */
public final class OnReceipt extends FrontDeskFunction<SQSEvent, SQSBatchResponse> {
    private static final Duration LONGEST_NOTE = Duration.ofSeconds(10);

    @Inject RecordReceipt recordReceipt;

    @Inject Wire wire;

    @Inject Way way;

    @Inject InstantSource clock;

    @Inject Invocation invocation;

    @Inject QueueBatches queues;

    private final QueueBatch batch;

    public OnReceipt() {
        this(FunctionContext.builder());
        prime(
                Rehearsal.of(SQSEvent.class, SQSBatchResponse.class, again(OnReceipt::new))
                        .playing("ReceiptsFunction", "on-receipt"),
                new AtQueue("RECEIPTS_QUEUE_URL"));
    }

    public OnReceipt(ApplicationContextBuilder context) {
        super(context);
        this.batch = queues.of("RECEIPTS", LONGEST_NOTE);
    }

    @Override
    public SQSBatchResponse execute(SQSEvent event) {
        return batch.oneByOne(event, invocation.remaining(), this::note);
    }

    private Verdict note(List<SQSMessage> run) {
        Notice notice = wire.read(run.getFirst().getBody(), Notice.class);
        Receipt receipt = notice.receipt();
        Instant begun = clock.instant();
        Optional<CorrelationId> ours = recordReceipt.record(notice);
        Duration took = Duration.between(begun, clock.instant());
        String conversation =
                receipt.message().map(OutboundId::conversation).map(Object::toString).orElse("");
        try (Trail trail =
                Trail.of(ours.orElse(notice.correlation()), conversation, notice.project())) {
            String what = "the provider says: " + receipt.progress();
            if (receipt.progress() == Receipt.Progress.FAILED) {
                way.failed(Word.RECEIPT, what, took, fields(receipt, ours.isPresent()));
            } else {
                way.passed(Word.RECEIPT, what, took, fields(receipt, ours.isPresent()));
            }
            return new QueueBatch.Done();
        }
    }

    private static Map<String, Object> fields(Receipt receipt, boolean ours) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("ours", ours);
        fields.put("providerId", receipt.providerId());
        receipt.message().ifPresent(message -> fields.put("outbound", message.toString()));
        receipt.failure().ifPresent(failure -> fields.put("reason", failure));
        return fields;
    }
}
