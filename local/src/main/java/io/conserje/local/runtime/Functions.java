package io.conserje.local.runtime;

import io.conserje.aws.Env;
import io.conserje.local.template.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All functions of the template, by the name they have there. */
final class Functions implements AutoCloseable {
    private final Map<String, FunctionHost> hosts = new ConcurrentHashMap<>();

    /** Made side by side, since each may start a context of its own. */
    void host(
            List<Function> functions,
            java.util.function.Function<Function, ? extends Env> env,
            Substitutes substitutes,
            Identifiers identifiers) {
        InParallel.run(
                functions.stream()
                        .<Runnable>map(function ->
                                () -> host(function, env.apply(function), substitutes, identifiers))
                        .toList());
    }

    private void host(
            Function function, Env env, Substitutes substitutes, Identifiers identifiers) {
        Permitted permitted = new Permitted(function);
        List<Object> more = new ArrayList<>(substitutes.of(function.id(), env, List.of(permitted)));
        more.add(permitted);
        hosts.put(function.id(), new FunctionHost(function, env, more, identifiers));
    }

    FunctionHost get(String id) {
        FunctionHost host = hosts.get(id);
        if (host == null) {
            throw new IllegalArgumentException("There is no function " + id);
        }
        return host;
    }

    int running() {
        return hosts.values().stream().mapToInt(FunctionHost::running).sum();
    }

    long started() {
        return hosts.values().stream().mapToLong(FunctionHost::started).sum();
    }

    @Override
    public void close() {
        hosts.values().forEach(FunctionHost::close);
    }
}
