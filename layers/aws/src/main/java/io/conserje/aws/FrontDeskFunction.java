package io.conserje.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.conserje.aws.priming.Priming;
import io.conserje.aws.priming.Priming.Look;
import io.conserje.aws.priming.Rehearsal;
import io.conserje.aws.priming.Scene;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import java.util.List;
import java.util.function.Function;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What every function is: a handler with a bean context, which on Lambda readies itself before its
 * snapshot is taken.
 */
public abstract class FrontDeskFunction<I, O> implements RequestHandler<I, O>, AutoCloseable {
    private final ApplicationContext context;
    private final Invocation invocation;
    private @Nullable Resource priming;

    protected FrontDeskFunction(ApplicationContextBuilder builder) {
        context = builder.start();
        context.inject(this);
        invocation = context.getBean(Invocation.class);
    }

    protected abstract O execute(I event);

    @Override
    public final O handleRequest(I event, Context call) {
        invocation.begin(call);
        return execute(event);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Called by the constructor that Lambda calls. */
    protected final void prime(Rehearsal<I, O> rehearsal, Look... looks) {
        priming =
                Priming.register(
                        rehearsal,
                        List.of(looks),
                        context.getBean(AwsClients.class),
                        context.getBean(Env.class));
    }

    /** How a rehearsal makes such a function another time. */
    protected static <I, O> Function<Scene, RequestHandler<I, O>> again(
            Function<ApplicationContextBuilder, RequestHandler<I, O>> maker) {
        return scene ->
                maker.apply(FunctionContext.builder().singletons(scene.env(), scene.clock()));
    }
}
