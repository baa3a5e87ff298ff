package io.conserje.local.runtime;

import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** How many messages a queue holds: ready, held by a consumer, and not due yet. */
public record QueueDepth(String queueId, int visible, int inFlight, int delayed) {

    static QueueDepth of(String queueId, SqsClient sqs, String url) {
        Map<QueueAttributeName, String> is =
                sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                        .attributes();
        return new QueueDepth(
                queueId,
                count(is, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                count(is, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
                count(is, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
    }

    private static int count(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
        return Integer.parseInt(attributes.getOrDefault(name, "0"));
    }

    public boolean empty() {
        return visible == 0 && inFlight == 0 && delayed == 0;
    }
}
