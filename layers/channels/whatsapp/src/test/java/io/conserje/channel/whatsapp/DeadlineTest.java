package io.conserje.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.SendOutcome;
import io.conserje.model.MediaFile;
import io.conserje.model.MediaKind;
import io.conserje.model.Outgoing.File;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** All of a message, its file included, ends in time. */
class DeadlineTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void whatFollowsIsKeptBack() {
        Duration left = Deadline.in(MINUTE).leftBut(Duration.ofSeconds(50));

        assertTrue(left.compareTo(Duration.ofSeconds(10)) <= 0, left::toString);
        assertTrue(left.isPositive(), left::toString);
    }

    @Test
    void nothingIsTheLeast() {
        assertEquals(Duration.ZERO, Deadline.in(MINUTE).leftBut(MINUTE.plus(MINUTE)));
        assertEquals(Duration.ZERO, Deadline.in(MINUTE.negated()).leftBut(Duration.ZERO));
    }

    @Test
    void anUploadThatHangsIsNotWaitedForLonger() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (Graph graph = new Graph()) {
            graph.answersAt("/media", exchange -> await(over));

            SendOutcome outcome = send(graph, Duration.ofSeconds(1));

            SendOutcome.RetryLater later = (SendOutcome.RetryLater) outcome;
            assertTrue(later.reason().startsWith("uploading: no answer within "), later::reason);
            assertTrue(graph.calls.stream().noneMatch(call -> call.path().endsWith("/messages")));
            over.countDown();
        }
    }

    @Test
    void withoutTimeLeftNothingIsUploaded() throws Exception {
        try (Graph graph = new Graph()) {
            assertEquals(
                    new SendOutcome.RetryLater(
                            Delay.OUTAGE.usual(), "opening the file took too long"),
                    send(graph, Duration.ZERO));
            assertEquals(0, graph.calls.size());
        }
    }

    private static SendOutcome send(Graph graph, Duration toUpload) {
        File file =
                new File(
                        MediaKind.IMAGE,
                        new MediaFile("demo/k", "image/png", 1, "ab"),
                        Optional.empty(),
                        Optional.empty(),
                        false);
        return new WhatsAppChannel(MINUTE, toUpload)
                .send(
                        Desk.to(Desk.ANA, file),
                        any -> new ByteArrayInputStream(new byte[1]),
                        graph.account(),
                        Desk.secrets("access-token", Desk.TOKEN));
    }

    private static void await(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
