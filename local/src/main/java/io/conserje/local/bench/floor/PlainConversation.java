package io.conserje.local.bench.floor;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.conserje.aws.priming.Priming;
import io.conserje.conversation.Turns;
import java.util.List;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/** The same work as the conversation function, and no framework. */
public final class PlainConversation
        implements RequestHandler<SQSEvent, SQSBatchResponse>, AutoCloseable {
    private final Parts parts;
    private final Turns logic;
    private @Nullable Resource priming;

    public PlainConversation() {
        this(Parts.ofLambda());
        priming =
                Priming.register(
                        Turns.rehearsal(scene -> new PlainConversation(Parts.of(scene))),
                        List.of(Turns.looks()),
                        parts.clients,
                        parts.env);
    }

    private PlainConversation(Parts parts) {
        this.parts = parts;
        this.logic =
                new Turns(
                        parts.advanceConversation(),
                        parts.wire,
                        parts.way,
                        parts.clock,
                        parts.queues());
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
