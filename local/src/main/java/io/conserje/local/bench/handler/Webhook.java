package io.conserje.local.bench.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The event, and where the services are. */
@State(Scope.Benchmark)
public class Webhook {
    /** The address of the stand-ins. */
    @Param("")
    public String services = "";

    /** The checkout. */
    @Param("")
    public String root = "";

    private final PojoSerializer<APIGatewayV2HTTPEvent> reader =
            LambdaEventSerializers.serializerFor(
                    APIGatewayV2HTTPEvent.class, Webhook.class.getClassLoader());

    private byte[] json = {};

    /** What a function logs is made, and goes nowhere. */
    @Setup
    public void read() throws IOException {
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
        json =
                Files.readAllBytes(
                        Path.of(root, "events/MessagingFunction/receive-whatsapp-text.json"));
    }

    /** Read anew for each call, by a reader that is made once: as the runtime does. */
    APIGatewayV2HTTPEvent event() {
        return reader.fromJson(new ByteArrayInputStream(json));
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(
                Map.of(
                                "STAGE", "bench",
                                "RELEASE_ID", "bench",
                                "ACCOUNTS", "whatsapp/demo",
                                "AWS_REGION", "us-east-1",
                                "SECRETS_ID", "conserje/bench",
                                "DIRECTORY_TABLE", "directory",
                                "INBOUND_QUEUE_URL", services + "/1/inbound.fifo",
                                "RECEIPTS_QUEUE_URL", services + "/1/receipts")
                        .getOrDefault(
                                name,
                                name.startsWith("AWS_ENDPOINT_URL_") && !name.endsWith("S3")
                                        ? services
                                        : null));
    }
}
