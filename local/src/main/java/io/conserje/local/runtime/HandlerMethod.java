package io.conserje.local.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** A handler as bytes in, bytes out, with the serialisers that Lambda's own runtime uses. */
@FunctionalInterface
public interface HandlerMethod {
    byte[] NOTHING = "null".getBytes(StandardCharsets.UTF_8);

    byte[] call(byte[] event, Context context) throws Exception;

    /**
     * @param handler an instance of a class that implements one of Lambda's two interfaces
     */
    static HandlerMethod of(Object handler) {
        return switch (handler) {
            case RequestStreamHandler stream -> streaming(stream);
            case RequestHandler<?, ?> typed -> typed(typed);
            default ->
                    throw new IllegalArgumentException(
                            handler.getClass().getName()
                                    + " is neither a RequestHandler nor a RequestStreamHandler");
        };
    }

    private static HandlerMethod streaming(RequestStreamHandler handler) {
        return (event, context) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            handler.handleRequest(new ByteArrayInputStream(event), out, context);
            return out.toByteArray();
        };
    }

    @SuppressWarnings("unchecked") // the two types are read from the handler's own declaration
    private static HandlerMethod typed(RequestHandler<?, ?> handler) {
        Type[] types = TypeArguments.of(handler.getClass(), RequestHandler.class);
        PojoSerializer<Object> in = serializer(types[0]);
        PojoSerializer<Object> out = serializer(types[1]);
        RequestHandler<Object, Object> untyped = (RequestHandler<Object, Object>) handler;
        return (event, context) -> {
            Object answer =
                    untyped.handleRequest(in.fromJson(new ByteArrayInputStream(event)), context);
            if (answer == null) {
                return NOTHING;
            }
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            out.toJson(answer, json);
            return json.toByteArray();
        };
    }

    @SuppressWarnings("unchecked") // a serializer of the very class
    private static PojoSerializer<Object> serializer(Type type) {
        if (type instanceof Class<?> event
                && LambdaEventSerializers.isLambdaSupportedEvent(event.getName())) {
            return (PojoSerializer<Object>)
                    LambdaEventSerializers.serializerFor(event, event.getClassLoader());
        }
        return JacksonFactory.getInstance().getSerializer(type);
    }
}
