package io.conserje.local.bench;

import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoBookings;
import io.conserje.aws.Env;
import io.conserje.local.runtime.Substitutes;
import io.conserje.wire.Wire;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Has the function that books for customers die at each step of it in turn. */
public final class CrashingFunctions implements Substitutes, AutoCloseable {
    private final BookingCrashes crashes;
    private final BookingTally tally = new BookingTally();
    private final List<AwsClients> opened = new CopyOnWriteArrayList<>();

    /**
     * @param customers how many there will be
     */
    public CrashingFunctions(int customers) {
        this.crashes = new BookingCrashes(customers);
    }

    @Override
    public List<Object> of(String functionId, Env env, List<ExecutionInterceptor> guards) {
        if (!functionId.equals("ConversationFunction")) {
            return List.of();
        }
        AwsClients clients = new AwsClients(env, guards);
        opened.add(clients);
        return List.of(
                new CrashingTools(new DynamoBookings(clients, env, new Wire()), crashes, tally));
    }

    BookingCrashes crashes() {
        return crashes;
    }

    BookingTally tally() {
        return tally;
    }

    @Override
    public void close() {
        opened.forEach(AwsClients::close);
    }
}
