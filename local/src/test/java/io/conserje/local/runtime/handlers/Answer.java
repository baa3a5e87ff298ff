package io.conserje.local.runtime.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Answers in the way that the path asks for. */
public final class Answer
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return switch (event.getPathParameters().get("how")) {
            case "full" -> full(event);
            case "bytes" -> bytes();
            case "never" -> never();
            case "context" -> text(context.getFunctionName() + " " + context.getMemoryLimitInMB());
            default -> throw new IllegalStateException("as asked");
        };
    }

    private static APIGatewayV2HTTPResponse full(APIGatewayV2HTTPEvent event) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(201)
                .withHeaders(Map.of("Content-Type", "text/csv", "X-Was", event.getBody()))
                .withCookies(List.of("a=1; HttpOnly", "b=2"))
                .withBody("one,two")
                .build();
    }

    private static APIGatewayV2HTTPResponse bytes() {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withBody("AAEC/w==")
                .withIsBase64Encoded(true)
                .build();
    }

    private static APIGatewayV2HTTPResponse text(String text) {
        return APIGatewayV2HTTPResponse.builder().withStatusCode(200).withBody(text).build();
    }

    private static APIGatewayV2HTTPResponse never() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException timedOut) {
            Thread.currentThread().interrupt();
        }
        return text("too late");
    }
}
