package io.conserje.local.simulation;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.local.simulation.Functions.Ended;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Posts webhooks: again and again, at growing intervals, until one is acknowledged. */
final class Mail {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Functions functions;
    private final Network network;
    private final RandomGenerator random;
    private int pending;
    private long requests;

    Mail(Functions functions, Network network, RandomGenerator random) {
        this.functions = functions;
        this.network = network;
        this.random = random;
    }

    /** How many webhooks nobody has acknowledged yet. */
    int pending() {
        return pending;
    }

    /**
     * @param acknowledged told whenever we say that we have it, heard or not
     */
    void post(String channel, String body, Runnable acknowledged) {
        pending++;
        attempt(channel, body, acknowledged, Duration.ofSeconds(1));
    }

    private void attempt(String channel, String body, Runnable acknowledged, Duration pause) {
        functions.invoke(
                "MessagingFunction",
                event(channel, body),
                ended -> {
                    boolean taken = isTaken(ended);
                    if (taken) {
                        acknowledged.run();
                    }
                    if (taken && !network.happens(network.weather().lost())) {
                        pending--;
                    } else {
                        again(channel, body, acknowledged, pause);
                    }
                });
    }

    private void again(String channel, String body, Runnable acknowledged, Duration pause) {
        Duration next = pause.multipliedBy(2);
        network.schedule()
                .after(
                        pause.plusMillis(random.nextInt(500)),
                        () ->
                                attempt(
                                        channel,
                                        body,
                                        acknowledged,
                                        next.compareTo(LONGEST) < 0 ? next : LONGEST));
    }

    private static boolean isTaken(Ended ended) {
        return ended instanceof Ended.Answered(APIGatewayV2HTTPResponse response)
                && response.getStatusCode() == 200;
    }

    private APIGatewayV2HTTPEvent event(String channel, String body) {
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey("POST /messaging/" + channel + "/{account}")
                .withPathParameters(Map.of("account", "demo"))
                .withBody(body)
                .withIsBase64Encoded(false)
                .withRequestContext(
                        APIGatewayV2HTTPEvent.RequestContext.builder()
                                .withRequestId("request-" + requests++)
                                .withHttp(
                                        APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                                .withMethod("POST")
                                                .build())
                                .build())
                .build();
    }
}
