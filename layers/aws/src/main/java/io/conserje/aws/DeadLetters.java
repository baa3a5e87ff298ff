package io.conserje.aws;

import io.conserje.application.audit.Evidence.Parked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * The dead-letter queues. Looking hides a letter for moments from others who look; nothing else is
 * changed by it.
 */
public final class DeadLetters {
    private static final String REASON = "reason";
    private static final String REPLAYED = "replayed";
    private static final int A_CALL = 10;
    private static final int SECONDS = 60;

    private final AwsClients clients;
    private final List<String> queues;
    private final Map<String, String> letters = new HashMap<>();
    private final Map<String, String> sources = new HashMap<>();

    public DeadLetters(AwsClients clients, Env env) {
        this.clients = clients;
        this.queues = WayQueues.of(env);
        Variables variables = new Variables(env);
        for (String queue : queues) {
            letters.put(queue, variables.required(queue + "_DEAD_LETTERS_URL"));
            sources.put(queue, variables.required(queue + "_QUEUE_URL"));
        }
        variables.check();
    }

    /**
     * A queue message that could not be done.
     *
     * @param about what it holds, as far as it can be read
     * @param since when it came into the dead-letter queue
     * @param group empty in a standard queue
     * @param attributes that it travelled with
     */
    public record Letter(
            Parked about,
            Instant since,
            String body,
            String group,
            Map<String, String> attributes) {
        public Letter {
            attributes = Map.copyOf(attributes);
        }

        /** Whether it was sent on its way at that moment, and is back. */
        public boolean wasSentAgain(Instant at) {
            return at.toString().equals(attributes.get(REPLAYED));
        }

        /** What all that it caused is logged under; empty when nobody knows. */
        public String correlation() {
            return attributes.getOrDefault("correlation", "");
        }
    }

    /** Of one conversation the first ten; the others show once these are gone. */
    public List<Letter> look() {
        List<Letter> all = new ArrayList<>();
        each(letter -> {
            all.add(letter);
            return false;
        });
        return all;
    }

    /**
     * Goes through all letters, those of a conversation in their order.
     *
     * @param settled tells whether a letter is done with; it is deleted then, and else it stays.
     *     When it throws, what it has not seen stays, and so does what it threw at.
     */
    public void each(Predicate<Letter> settled) {
        queues.forEach(queue -> each(queue, settled));
    }

    private void each(String queue, Predicate<Letter> settled) {
        String url = url(letters, queue);
        List<Message> staying = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try {
            for (List<Message> some = take(url); !some.isEmpty(); some = take(url)) {
                staying.addAll(some);
                boolean known = some.stream().noneMatch(one -> seen.add(one.messageId()));
                for (Message one : known ? List.<Message>of() : some) {
                    if (settled.test(letter(queue, one))) {
                        clients.sqs()
                                .deleteMessage(delete ->
                                        delete.queueUrl(url).receiptHandle(one.receiptHandle()));
                        staying.remove(one);
                    }
                }
                if (known) {
                    // They were hidden for so long, and are there again: all have been seen.
                    break;
                }
            }
        } finally {
            show(url, staying);
        }
    }

    private List<Message> take(String url) {
        return clients.sqs()
                .receiveMessage(receive ->
                        receive.queueUrl(url)
                                .maxNumberOfMessages(A_CALL)
                                .visibilityTimeout(SECONDS)
                                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                                .messageAttributeNames("All"))
                .messages();
    }

    private void show(String url, List<Message> staying) {
        for (int from = 0; from < staying.size(); from += A_CALL) {
            List<Message> some = staying.subList(from, Math.min(from + A_CALL, staying.size()));
            List<ChangeMessageVisibilityBatchRequestEntry> entries =
                    some.stream()
                            .map(letter ->
                                    ChangeMessageVisibilityBatchRequestEntry.builder()
                                            .id(letter.messageId())
                                            .receiptHandle(letter.receiptHandle())
                                            .visibilityTimeout(0)
                                            .build())
                            .toList();
            clients.sqs()
                    .changeMessageVisibilityBatch(change -> change.queueUrl(url).entries(entries));
        }
    }

    private static Letter letter(String queue, Message message) {
        Map<String, String> attributes = new HashMap<>();
        message.messageAttributes()
                .forEach((name, value) -> attributes.put(name, value.stringValue()));
        String reason = Optional.ofNullable(attributes.remove(REASON)).orElse("");
        Map<MessageSystemAttributeName, String> system = message.attributes();
        return new Letter(
                DeadLetter.of(WayQueues.shown(queue), message.messageId(), reason, message.body()),
                Instant.ofEpochMilli(
                        Long.parseLong(
                                system.getOrDefault(
                                        MessageSystemAttributeName.SENT_TIMESTAMP, "0"))),
                message.body(),
                system.getOrDefault(MessageSystemAttributeName.MESSAGE_GROUP_ID, ""),
                attributes);
    }

    /**
     * Puts it back into the queue that it came from. Twice is harmless: what it causes is told from
     * a repetition by the ids in it, not by the queue.
     *
     * @param at when all that are sent together are sent, kept with each
     */
    public void resend(Letter letter, Instant at) {
        Map<String, String> attributes = new HashMap<>(letter.attributes());
        attributes.put(REPLAYED, at.toString());
        String queue = WayQueues.read(letter.about().queue());
        new SqsMessages(clients, url(sources, queue))
                .sendInOrder(
                        List.of(
                                new SqsMessages.Entry(
                                        letter.body(),
                                        letter.group(),
                                        letter.group().isEmpty()
                                                ? ""
                                                : "replay-" + letter.about().id(),
                                        attributes)));
    }

    private static String url(Map<String, String> urls, String queue) {
        return Optional.ofNullable(urls.get(queue))
                .orElseThrow(() -> new IllegalArgumentException("no queue " + queue));
    }
}
