package io.conserje.local.bench.floor;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.conserje.aws.priming.Priming;
import io.conserje.delivery.Deliveries;
import java.util.List;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/** The same work as the delivery function, and no framework. */
public final class PlainDelivery
        implements RequestHandler<SQSEvent, SQSBatchResponse>, AutoCloseable {
    private final Parts parts;
    private final Deliveries logic;
    private @Nullable Resource priming;

    public PlainDelivery() {
        this(Parts.ofLambda());
        priming =
                Priming.register(
                        Deliveries.rehearsal(scene -> new PlainDelivery(Parts.of(scene))),
                        List.of(Deliveries.looks()),
                        parts.clients,
                        parts.env);
    }

    private PlainDelivery(Parts parts) {
        this.parts = parts;
        this.logic =
                new Deliveries(
                        parts.deliverMessage(), parts.wire, parts.way, parts.clock, parts.queues());
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return logic.take(event, Parts.remaining(context));
    }

    @Override
    public void close() {
        parts.close();
    }
}
