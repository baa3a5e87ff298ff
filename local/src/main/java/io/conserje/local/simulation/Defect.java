package io.conserje.local.simulation;

import io.conserje.application.audit.Violation.Promise;
import io.conserje.local.simulation.cloud.Flaw;
import io.conserje.local.simulation.cloud.QueueMessage;
import io.conserje.model.OutboundMessage;
import io.conserje.wire.Wire;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A promise broken on purpose, as a careless change would break it. Each must be found: a proof
 * that finds nothing proves nothing.
 */
public enum Defect {
    NONE(world -> Flaw.NONE),

    /** A webhook is acknowledged although the queue did not take it. */
    ACKNOWLEDGED_BEFORE_QUEUED(
            world ->
                    new Flaw() {
                        @Override
                        public boolean swallows(String queue, boolean away) {
                            return away && isInbound(queue);
                        }
                    },
            Promise.NOTHING_LOST),

    /** A message's id is noted whether or not it was there. */
    REPETITIONS_NOT_TOLD(world -> unconditional("conversations", "SEEN#"), Promise.NOTHING_DOUBLED),

    /** A message of ours is claimed whatever became of it before. */
    CLAIMED_UNCONDITIONALLY(
            world -> unconditional("conversations", "M#"),
            Promise.NOTHING_DOUBLED,
            Promise.ONE_END,
            Promise.NOTHING_LOST),

    /** The second in which it is sent names a message in the queue. */
    DEDUPLICATED_BY_TIME(
            world ->
                    new Flaw() {
                        @Override
                        public QueueMessage sent(String queue, QueueMessage message) {
                            long second = world.now().getEpochSecond();
                            return isOutbound(queue)
                                    ? message.deduplicatedBy("at " + second)
                                    : message;
                        }
                    },
            Promise.ONE_END),

    /** What a turn says is queued before it is known whether the turn holds. */
    SENT_BEFORE_COMMIT(
            SentEarly::new,
            Promise.NO_ORPHAN,
            Promise.NOTHING_DOUBLED,
            Promise.IN_ORDER,
            Promise.ONE_END),

    /** Messages of one conversation are spread over groups. */
    ORDER_NOT_ASKED_FOR(
            world ->
                    new Flaw() {
                        private int groups;

                        @Override
                        public QueueMessage sent(String queue, QueueMessage message) {
                            return isInbound(queue) || isOutbound(queue)
                                    ? message.grouped(message.group() + groups++)
                                    : message;
                        }
                    },
            Promise.IN_ORDER),

    /** What is to be said is not kept with the turn that decided it. */
    NO_OUTBOX(
            world ->
                    new Flaw() {
                        @Override
                        public Map<String, AttributeValue> kept(
                                String table, Map<String, AttributeValue> item) {
                            return item.containsKey("outbox")
                                    ? with(item, "outbox", AttributeValue.fromL(List.of()))
                                    : item;
                        }
                    },
            Promise.ONE_END),

    /** A batch is taken for done whatever its function reports. */
    FAILURES_NOT_REPORTED(
            world ->
                    new Flaw() {
                        @Override
                        public boolean ignoresFailures() {
                            return true;
                        }
                    },
            Promise.NOTHING_LOST,
            Promise.ONE_END),

    /** A message is noted as accepted before its provider is asked. */
    SETTLED_BEFORE_SENT(
            world ->
                    new Flaw() {
                        @Override
                        public Map<String, AttributeValue> kept(
                                String table, Map<String, AttributeValue> item) {
                            AttributeValue status = item.get("status");
                            return status != null && "SENDING".equals(status.s())
                                    ? with(item, "status", AttributeValue.fromS("ACCEPTED"))
                                    : item;
                        }
                    },
            Promise.NOTHING_LOST),

    /** A professional's day is written over whatever was booked meanwhile. */
    DAYS_WRITTEN_OVER(
            world ->
                    new Flaw() {
                        @Override
                        public boolean ignoresCondition(
                                String table, Map<String, AttributeValue> key) {
                            return part(key, "pk").contains("#R#");
                        }
                    },
            Promise.BOOKED_ONCE),

    /** What can never be done is thrown away instead of parked. */
    DEAD_LETTERS_DROPPED(
            world ->
                    new Flaw() {
                        @Override
                        public boolean swallows(String queue, boolean away) {
                            return queue.contains("-dead");
                        }
                    },
            Promise.NOTHING_LOST,
            Promise.ONE_END);

    private final Function<World, Flaw> flaw;
    private final Set<Promise> breaks;

    Defect(Function<World, Flaw> flaw, Promise... breaks) {
        this.flaw = flaw;
        this.breaks = EnumSet.noneOf(Promise.class);
        this.breaks.addAll(List.of(breaks));
    }

    Flaw flaw(World world) {
        return flaw.apply(world);
    }

    /** What it breaks; at least one of these is found in a run in which it matters. */
    public Set<Promise> breaks() {
        return EnumSet.copyOf(breaks);
    }

    private static boolean isInbound(String queue) {
        return queue.contains("-inbound.");
    }

    private static boolean isOutbound(String queue) {
        return queue.contains("-outbound.");
    }

    private static String part(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }

    private static Map<String, AttributeValue> with(
            Map<String, AttributeValue> item, String name, AttributeValue value) {
        Map<String, AttributeValue> other = new HashMap<>(item);
        other.put(name, value);
        return other;
    }

    private static Flaw unconditional(String table, String sort) {
        return new Flaw() {
            @Override
            public boolean ignoresCondition(String name, Map<String, AttributeValue> key) {
                return name.endsWith(table) && part(key, "sk").startsWith(sort);
            }
        };
    }

    private record SentEarly(World world, Wire wire) implements Flaw {
        SentEarly(World world) {
            this(world, new Wire());
        }

        @Override
        public void before(List<Map<String, AttributeValue>> items) {
            items.stream()
                    .filter(item -> item.containsKey("outbox"))
                    .flatMap(item ->
                            item
                                    .getOrDefault("outbox", AttributeValue.fromL(List.of()))
                                    .l()
                                    .stream())
                    .forEach(one -> queue(one.s()));
        }

        private void queue(String body) {
            OutboundMessage message = wire.read(body, OutboundMessage.class);
            world.everyQueue()
                    .put(
                            world.scene().template().queue("OutboundQueue").name(),
                            body,
                            message.id().conversation().value(),
                            message.id().toString());
        }
    }
}
