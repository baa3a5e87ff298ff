package io.conserje.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.testkit.Race;
import io.conserje.testkit.aws.LambdaCall;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class InvocationTest {

    @Introspected
    static final class TellsTheTimeLeft extends FrontDeskFunction<String, Long> {
        @Inject Invocation invocation;

        TellsTheTimeLeft() {
            super(ApplicationContext.builder());
        }

        @Override
        protected Long execute(String input) {
            return invocation.remaining().get().toMillis();
        }
    }

    @AfterEach
    void forget() {
        MDC.clear();
    }

    @Test
    void theLinesOfACallCarryItsRequestAndNothingElseOfIt() {
        try (TellsTheTimeLeft handler = new TellsTheTimeLeft()) {
            handler.handleRequest("", LambdaCall.withTime());

            assertEquals(Map.of("AWSRequestId", "call-1"), MDC.getCopyOfContextMap());
        }
    }

    @Test
    void aCallTellsHowLongItMayTake() {
        try (TellsTheTimeLeft handler = new TellsTheTimeLeft()) {
            assertEquals(7000, handler.handleRequest("", new LambdaCall(Duration.ofSeconds(7))));
            assertEquals(3000, handler.handleRequest("", new LambdaCall(Duration.ofSeconds(3))));
        }
    }

    @Test
    void everyThreadThatWorksForACallSeesItsTime() {
        Invocation invocation = new Invocation();
        invocation.begin(new LambdaCall(Duration.ofSeconds(7)));
        Supplier<Duration> remaining = invocation.remaining();

        assertEquals(List.of(Duration.ofSeconds(7)), Race.of(1, remaining::get));
    }
}
