package io.conserje.aws;

import com.amazonaws.services.lambda.runtime.Context;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** What Lambda tells about the call that runs on this thread. */
@Singleton
public final class Invocation {
    /** In each log line, so that a call's lines are found beside Lambda's own. */
    private static final String REQUEST = "AWSRequestId";

    private final ThreadLocal<Context> context = new ThreadLocal<>();

    void begin(Context now) {
        context.set(now);
        MDC.put(REQUEST, now.getAwsRequestId());
    }

    /** How long the call may still take, for any thread that works for it. */
    public Supplier<Duration> remaining() {
        Context now = context.get();
        return () -> Duration.ofMillis(now.getRemainingTimeInMillis());
    }
}
