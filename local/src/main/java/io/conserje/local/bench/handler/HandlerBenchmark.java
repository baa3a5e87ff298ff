package io.conserje.local.bench.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.aws.Env;
import io.conserje.aws.FunctionContext;
import io.conserje.aws.priming.RehearsedCall;
import io.conserje.messaging.ReceiveWebhook;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The messaging function, from the event to the answer, and the floor in turns with it: each has
 * every second iteration, the floor the first. A machine whose speed changes from second to second
 * changes it for both.
 */
@State(Scope.Benchmark)
public class HandlerBenchmark {
    private static final int OK = 200;

    private final Context call = new RehearsedCall();

    @SuppressWarnings("NullAway") // set up by JMH before anything else
    private ReceiveWebhook handler;

    private boolean floorsTurn;

    @Setup
    public void make(Webhook webhook) {
        Env env = webhook::variable;
        handler = new ReceiveWebhook(FunctionContext.builder().singletons(env));
    }

    @Setup(Level.Iteration)
    public void turn() {
        floorsTurn = !floorsTurn;
    }

    /** What is measured. */
    @Benchmark
    public Object inTurns(Webhook webhook, FloorBenchmark floor)
            throws GeneralSecurityException, IOException {
        return floorsTurn ? floor.floor(webhook) : handle(webhook);
    }

    /** A refusal would be quick, and is none. */
    private APIGatewayV2HTTPResponse handle(Webhook webhook) {
        APIGatewayV2HTTPResponse answer = handler.handleRequest(webhook.event(), call);
        if (answer.getStatusCode() != OK) {
            throw new IllegalStateException("answered " + answer.getStatusCode());
        }
        return answer;
    }

    @TearDown
    public void close() {
        handler.close();
    }
}
