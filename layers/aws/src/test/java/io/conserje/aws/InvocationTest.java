package io.conserje.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.testkit.Race;
import io.conserje.testkit.aws.LambdaCall;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.function.aws.LambdaContextFactory;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class InvocationTest {

    @Introspected
    static final class TellsTheTimeLeft extends MicronautRequestHandler<String, Long> {
        @Inject Invocation invocation;

        TellsTheTimeLeft(ApplicationContextBuilder context) {
            super(context);
        }

        @Override
        public Long execute(String input) {
            return invocation.remaining().get().toMillis();
        }
    }

    @Test
    void aFunctionDoesNotGrowAsItIsCalled() {
        try (TellsTheTimeLeft handler = new TellsTheTimeLeft(ApplicationContext.builder())) {
            handler.handleRequest("warm up", LambdaCall.withTime());
            int before = size(handler);

            for (int call = 0; call < 1000; call++) {
                handler.handleRequest("call", LambdaCall.withTime());
            }

            assertEquals(before, size(handler));
        }
    }

    @Test
    void oursIsTheOnlyOneThatTheFrameworkFinds() {
        try (ApplicationContext context = ApplicationContext.run()) {
            assertInstanceOf(Invocation.class, context.getBean(LambdaContextFactory.class));
        }
    }

    @Test
    void aCallTellsHowLongItMayTake() {
        try (TellsTheTimeLeft handler = new TellsTheTimeLeft(ApplicationContext.builder())) {
            assertEquals(7000, handler.handleRequest("", new LambdaCall(Duration.ofSeconds(7))));
            assertEquals(3000, handler.handleRequest("", new LambdaCall(Duration.ofSeconds(3))));
        }
    }

    @Test
    void everyThreadThatWorksForACallSeesItsTime() {
        Invocation invocation = new Invocation();
        invocation.registerSingletons(new LambdaCall(Duration.ofSeconds(7)));
        Supplier<Duration> remaining = invocation.remaining();

        assertEquals(List.of(Duration.ofSeconds(7)), Race.of(1, remaining::get));
    }

    private static int size(TellsTheTimeLeft handler) {
        ApplicationContext context = handler.getApplicationContext();
        return context.getAllBeanDefinitions().size()
                + context.getActiveBeanRegistrations(Object.class).size();
    }
}
