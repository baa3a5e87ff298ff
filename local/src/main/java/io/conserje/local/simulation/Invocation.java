package io.conserje.local.simulation;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.conserje.local.template.Function;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a simulated function is told of its invocation. */
record Invocation(Function function, Process process, Schedule schedule) implements Context {

    @Override
    public int getRemainingTimeInMillis() {
        Instant now = schedule.now();
        return (int) Math.max(0, Duration.between(now, process.deadline()).toMillis());
    }

    @Override
    public String getAwsRequestId() {
        return process.name();
    }

    @Override
    public String getLogGroupName() {
        return function.name();
    }

    @Override
    public String getLogStreamName() {
        return "simulated";
    }

    @Override
    public String getFunctionName() {
        return function.name();
    }

    @Override
    public String getFunctionVersion() {
        return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
        return function.name();
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getMemoryLimitInMB() {
        return function.memoryMegabytes();
    }

    @Override
    public LambdaLogger getLogger() {
        return new LambdaLogger() {
            @Override
            public void log(String message) {}

            @Override
            public void log(byte[] message) {}
        };
    }
}
