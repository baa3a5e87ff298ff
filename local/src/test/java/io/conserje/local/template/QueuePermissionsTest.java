package io.conserje.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The permissions that nothing which runs on a laptop would miss. */
class QueuePermissionsTest {
    private final Template template =
            Template.read(
                    Path.of(System.getProperty("conserje.root")).resolve("template.yaml"),
                    Map.of("WhatsAppSession", "any"));

    private boolean may(String function, String action, String queue) {
        return template.function(function)
                .may(action, "arn:aws:sqs:us-east-1:000000000000:" + template.queue(queue).name());
    }

    @Test
    void a_message_is_handed_to_a_session_by_a_client_of_its_channel() {
        assertTrue(may("DeliveryFunction", "sqs:SendMessage", "SessionCommandsQueue"));
        assertFalse(may("DeferredFunction", "sqs:SendMessage", "SessionCommandsQueue"));
    }

    @Test
    void lambda_takes_from_a_queue_in_the_name_of_the_function() {
        assertFalse(template.mappings().isEmpty());
        for (Mapping mapping : template.mappings()) {
            for (String operation :
                    List.of("ReceiveMessage", "DeleteMessage", "GetQueueAttributes")) {
                assertTrue(
                        may(mapping.functionId(), "sqs:" + operation, mapping.queueId()),
                        mapping + " needs " + operation);
            }
        }
    }

    /** Else a function would be refused nothing. */
    @Test
    void every_policy_can_be_read() {
        assertEquals(
                List.of(),
                template.unknown().stream().filter(it -> it.contains("policies")).toList());
    }
}
