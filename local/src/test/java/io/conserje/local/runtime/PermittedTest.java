package io.conserje.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A permission that the template lacks is missed on this machine as it would be in AWS. */
class PermittedTest {
    private static final Path ROOT = Path.of(System.getProperty("conserje.root"));
    private static final String LOOK_UP =
            """
                        - Effect: Allow
                          Action: [dynamodb:GetItem]
                          Resource: [!GetAtt Directory.Arn]
            """;

    @TempDir Path folder;

    /** Of the handshake of an account that there is not. */
    private int answer(String template) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("template.yaml"), template);
        try (LocalCloud cloud =
                        LocalCloud.start(
                                new LocalCloud.Options(
                                        file,
                                        folder.resolve("data"),
                                        0,
                                        Map.of("ReleaseId", "local"),
                                        id -> Optional.of("{}")),
                                progress -> {});
                HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(
                                            cloud.api().resolve("/messaging/whatsapp/nobody"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void a_function_may_do_what_its_role_allows_and_nothing_else()
            throws IOException, InterruptedException {
        String template = Files.readString(ROOT.resolve("template.yaml"));
        assertTrue(template.contains(LOOK_UP));

        assertEquals(404, answer(template));
        assertEquals(503, answer(template.replaceFirst(Pattern.quote(LOOK_UP), "")));
    }
}
