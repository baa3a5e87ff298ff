package io.conserje.local.bench.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.aws.Env;
import io.conserje.aws.FunctionContext;
import io.conserje.aws.priming.RehearsedCall;
import io.conserje.messaging.ReceiveWebhook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The messaging function, from the event to the answer. */
@State(Scope.Benchmark)
public class HandlerBenchmark {
    private static final int OK = 200;

    private final Context call = new RehearsedCall();

    @SuppressWarnings("NullAway") // set up by JMH before anything else
    private ReceiveWebhook handler;

    @Setup
    public void make(Webhook webhook) {
        Env env = webhook::variable;
        handler = new ReceiveWebhook(FunctionContext.builder().singletons(env));
    }

    /** What is measured; a refusal would be quick, and is none. */
    @Benchmark
    public APIGatewayV2HTTPResponse handler(Webhook webhook) {
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
