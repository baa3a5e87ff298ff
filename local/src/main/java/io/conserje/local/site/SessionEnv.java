package io.conserje.local.site;

import io.conserje.aws.Env;
import io.conserje.local.runtime.LocalCloud;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the template gives the container of a session, on this machine. */
final class SessionEnv {
    private SessionEnv() {}

    static Map<String, String> of(LocalCloud cloud) {
        Map<String, String> all = new HashMap<>();
        all.put("KEYS_TABLE", cloud.tableName("SessionKeys"));
        all.put("SESSIONS_TABLE", cloud.tableName("Sessions"));
        all.put("INBOUND_QUEUE_URL", cloud.queueUrl("SessionInboundQueue"));
        all.put("EVENTS_QUEUE_URL", cloud.queueUrl("SessionEventsQueue"));
        all.put("COMMANDS_QUEUE_URL", cloud.queueUrl("SessionCommandsQueue"));
        Env services = cloud.environmentOf("SessionFunction");
        for (String name :
                List.of(
                        "AWS_REGION",
                        "AWS_ACCESS_KEY_ID",
                        "AWS_SECRET_ACCESS_KEY",
                        "AWS_ENDPOINT_URL_DYNAMODB",
                        "AWS_ENDPOINT_URL_SQS")) {
            services.get(name).ifPresent(value -> all.put(name, value));
        }
        return all;
    }
}
