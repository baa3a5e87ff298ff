package io.conserje.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a template nobody plays here is said at the start, and the rest runs. */
class UnknownIsNamedTest {

    @Test
    void whatTheTemplateHasAndThisMachineHasNotIsSaidAndTheRestGoesOn(@TempDir Path folder)
            throws IOException {
        Path template =
                Files.writeString(
                        folder.resolve("template.yaml"),
                        """
                        Transform: AWS::Serverless-2016-10-31
                        Resources:
                          Pictures:
                            Type: AWS::SNS::Topic
                          Jobs:
                            Type: AWS::SQS::Queue
                            Properties: { QueueName: jobs }
                        """);
        List<String> said = new ArrayList<>();

        try (LocalCloud cloud =
                LocalCloud.start(
                        new LocalCloud.Options(
                                template,
                                folder.resolve("data"),
                                0,
                                Map.of(),
                                id -> Optional.empty()),
                        said::add)) {
            assertEquals(1, cloud.depths().size());
        }

        assertTrue(
                said.contains("Pictures is of type AWS::SNS::Topic, which does not run here"),
                said::toString);
    }
}
