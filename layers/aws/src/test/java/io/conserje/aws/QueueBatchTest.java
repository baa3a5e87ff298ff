package io.conserje.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.application.Unavailable;
import io.conserje.aws.QueueBatch.Again;
import io.conserje.aws.QueueBatch.Done;
import io.conserje.aws.QueueBatch.Never;
import io.conserje.aws.QueueBatch.Verdict;
import io.conserje.testkit.aws.EmbeddedStage;
import io.conserje.testkit.aws.EmbeddedStages;
import io.conserje.testkit.aws.QueueEvents;
import io.conserje.wire.UnreadableWire;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * What a consumer does with a batch: {@code a1 a2 a3} are one group's messages, {@code b1}
 * another's.
 */
@ExtendWith(EmbeddedStages.class)
class QueueBatchTest {
    private static final Again LATER = new Again(Duration.ZERO, "not now");

    private final Consumer consumer;

    QueueBatchTest(EmbeddedStage stage) {
        this.consumer = new Consumer(stage);
    }

    @AfterEach
    void close() {
        consumer.close();
    }

    @Test
    void groupsAreDoneAtTheSameTime() {
        CyclicBarrier bothAreThere = new CyclicBarrier(2);

        consumer.takes("a1", "b1").oneByOne(message -> meet(bothAreThere));

        assertEquals(List.of(), consumer.left());
    }

    @Test
    void theMessagesOfAGroupAreDoneInTheirOrder() {
        consumer.takes("a1", "a2", "a3").oneByOne(message -> new Done());

        assertEquals(List.of("a1", "a2", "a3"), consumer.runs());
        assertEquals(List.of(), consumer.left());
    }

    @Test
    void whatWaitsOfAGroupIsOfferedTogether() {
        consumer.takes("a1", "a2", "a3").together(run -> new Done());

        assertEquals(List.of("a1 a2 a3"), consumer.runs());
        assertEquals(List.of(), consumer.left());
    }

    @Test
    void whatDoesNotWorkTogetherIsOfferedOneByOne() {
        consumer.takes("a1", "a2", "a3")
                .together(run -> run.contains("a2") ? new Never("broken") : new Done());

        assertEquals(List.of("a1 a2 a3", "a1", "a2", "a3"), consumer.runs());
        assertEquals(List.of(), consumer.left());
        assertEquals(List.of("a2"), bodies(consumer.dead()));
    }

    @Test
    void aLoneMessageIsNotOfferedTwice() {
        consumer.takes("a1").together(run -> LATER);

        assertEquals(List.of("a1"), consumer.runs());
    }

    @Test
    void theRestOfAGroupWaitsForTheOneThatCannotBeDoneAndNoOtherGroupDoes() {
        consumer.takes("a1", "a2", "a3", "b1", "b2")
                .oneByOne(message -> message.equals("a2") ? LATER : new Done());

        assertEquals(List.of("a2", "a3"), consumer.left());
        assertEquals(List.of("a1", "a2", "b1", "b2"), consumer.runs().stream().sorted().toList());
    }

    @Test
    void whatWaitsIsHandedOutAgainAfterThePause() {
        consumer.takes("a1", "a2").oneByOne(message -> LATER);

        assertEquals(List.of("a1", "a2"), bodies(consumer.receive()));
    }

    @Test
    void whatMustPauseIsNotHandedOutBefore() {
        consumer.takes("a1").oneByOne(message -> new Again(Duration.ofMinutes(5), "a limit"));

        assertEquals(List.of(), bodies(consumer.receive()));
    }

    @Test
    void whatCanNeverBeDoneIsBuriedWithItsReasonAndItsGroupGoesOn() {
        consumer.takes("a1", "a2", "a3")
                .oneByOne(
                        message -> message.equals("a2") ? new Never("no such thing") : new Done());

        assertEquals(List.of(), consumer.left());
        assertEquals(List.of("a1", "a2", "a3"), consumer.runs());
        Message dead = consumer.dead().getFirst();
        assertEquals("a2", dead.body());
        assertEquals("no such thing", QueueEvents.attribute(dead, "reason"));
        assertEquals("request-1", QueueEvents.attribute(dead, "correlation"));
        assertEquals("a", dead.attributesAsStrings().get("MessageGroupId"));
    }

    @Test
    void whatCannotBeReadIsBuriedAtOnce() {
        consumer.takes("a1")
                .oneByOne(message -> {
                    throw new UnreadableWire("version 2");
                });

        assertEquals(List.of("a1"), bodies(consumer.dead()));
    }

    @Test
    void anErrorOfOursIsTriedFiveTimes() {
        for (int tries = 1; tries < 5; tries++) {
            String message = tries + "-tries";
            consumer.takesAtTry(tries, message).oneByOne(run -> fall());

            assertEquals(List.of(message), consumer.left());
        }

        consumer.takesAtTry(5, "5-tries").oneByOne(message -> fall());

        assertEquals(List.of(), consumer.left());
        Message dead = consumer.dead().getFirst();
        assertEquals("5-tries", dead.body());
        assertEquals("IllegalStateException: no profile", QueueEvents.attribute(dead, "reason"));
    }

    @Test
    void anOutageIsNotTheMessagesFaultHoweverLongItLasts() {
        consumer.takesAtTry(19, "a1")
                .oneByOne(message -> {
                    throw new Unavailable("the table");
                });

        assertEquals(List.of("a1"), consumer.left());
        assertEquals(List.of(), consumer.dead());
    }

    @Test
    void whileTheDeadLetterQueueIsAwayNothingIsLost() {
        consumer.withoutDeadLetters()
                .takes("a1", "a2")
                .oneByOne(message -> new Never("no such thing"));

        assertEquals(List.of("a1", "a2"), consumer.left());
        assertEquals(List.of("a1"), consumer.runs());
    }

    @Test
    void whatCouldNotEndInTimeIsNotBegunAndIsHandedOutAtOnce() {
        consumer.withTimeLeft(Consumer.LONGEST_RUN.minusMillis(1))
                .takes("a1", "a2")
                .oneByOne(message -> new Done());

        assertEquals(List.of(), consumer.runs());
        assertEquals(List.of("a1", "a2"), consumer.left());
        assertEquals(List.of("a1", "a2"), bodies(consumer.receive()));
    }

    @Test
    void aBurstThatCouldNotEndInTimeIsNotBegunEither() {
        consumer.withTimeLeft(Consumer.LONGEST_RUN.minusMillis(1))
                .takes("a1", "a2")
                .together(run -> new Done());

        assertEquals(List.of(), consumer.runs());
        assertEquals(List.of("a1", "a2"), consumer.left());
    }

    @Test
    void inAQueueWithoutGroupsEachMessageStandsAlone() {
        consumer.withoutGroups()
                .takes("a1", "a2", "a3")
                .oneByOne(message -> message.equals("a2") ? LATER : new Done());

        assertEquals(List.of("a2"), consumer.left());
    }

    private static Verdict meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
            return new Done();
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            return new Again(Duration.ZERO, "the other did not come");
        }
    }

    private static Verdict fall() {
        throw new IllegalStateException("no profile");
    }

    private static List<String> bodies(List<Message> messages) {
        return messages.stream().map(Message::body).toList();
    }
}
