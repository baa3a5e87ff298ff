package io.conserje.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.conserje.channel.Normalised;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real payloads, wherever somebody has a folder of them. */
class RealPayloadsTest {

    @Test
    void everyPayloadOfAFolderIsTold() throws IOException {
        String folder = System.getenv("CONSERJE_WIRE");
        if (folder == null) {
            System.out.println("CONSERJE_WIRE is not set: no folder of real payloads was checked");
        }
        assumeTrue(folder != null, "CONSERJE_WIRE is not set");
        Path base =
                Path.of(System.getProperty("conserje.root", ""))
                        .resolve(folder == null ? "" : folder)
                        .resolve("telegram");
        List<Path> payloads;
        try (Stream<Path> files = Files.list(base)) {
            payloads = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
        assertFalse(payloads.isEmpty(), () -> "there is no payload in " + base);
        for (Path payload : payloads) {
            byte[] body = Files.readAllBytes(payload);
            List<Normalised> told =
                    assertDoesNotThrow(() -> Desk.normalise(body), payload::toString);
            assertEquals(1, told.size(), payload::toString);
            System.out.println("CONSERJE_WIRE: " + payload.getFileName() + ": " + kind(told));
        }
    }

    private static String kind(List<Normalised> told) {
        return switch (told.getFirst()) {
            case Normalised.FromContact from -> "from a contact, " + name(from.message().content());
            case Normalised.AboutAccount about ->
                    "about the account, " + name(about.message().content());
            case Normalised.AboutMessage about -> "about a message";
            case Normalised.PassedOver passed -> "passed over, " + passed.why();
        };
    }

    private static String name(Object content) {
        return content.getClass().getSimpleName();
    }
}
