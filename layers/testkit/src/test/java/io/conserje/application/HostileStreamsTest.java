package io.conserje.application;

import static io.conserje.application.Parcels.ARRIVED;
import static io.conserje.application.Parcels.BYTES;
import static io.conserje.application.Parcels.having;
import static io.conserje.application.Parcels.refused;
import static io.conserje.application.Parcels.sent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.channel.FetchOutcome;
import io.conserje.model.Content;
import io.conserje.model.Filing;
import io.conserje.model.Filing.Cause;
import io.conserje.model.MediaKind;
import io.conserje.testkit.Accounts;
import io.conserje.testkit.Race;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the sender does with its connection, a file costs a bounded time and a bounded disk. */
class HostileStreamsTest {
    private static final Duration PLENTY = Duration.ofMinutes(1);
    private static final Duration LITTLE = Duration.ofMillis(20);
    private static final long MOST =
            Objects.requireNonNull(Accounts.PLENTIFUL.takes().get(MediaKind.IMAGE));

    @TempDir Path disk;

    @AfterEach
    void nothingIsLeftOnTheDisk() throws IOException {
        try (Stream<Path> left = Files.list(disk)) {
            assertEquals(Set.of(), Set.copyOf(left.toList()));
        }
    }

    @Test
    void aStreamThatNeverEndsIsCutOneBytePastTheLimit() {
        Endless endless = new Endless();

        refused(Cause.TOO_LARGE, parcels(PLENTY).keep(MediaKind.IMAGE, having(endless)));

        assertEquals(MOST + 1, endless.given);
        assertTrue(endless.closed);
    }

    @Test
    void aLengthThatLiesChangesNothing() {
        Parcels parcels = parcels(PLENTY);

        refused(
                Cause.TOO_LARGE,
                parcels.keep(
                        MediaKind.IMAGE,
                        new FetchOutcome.Found(new Endless(), OptionalLong.of(1))));
        assertInstanceOf(
                Filing.Filed.class,
                parcels.keep(
                        MediaKind.IMAGE,
                        new FetchOutcome.Found(
                                new ByteArrayInputStream(BYTES), OptionalLong.of(1L << 50))));
    }

    @Test
    void aStreamThatStandsStillIsGivenUpByClosingIt() {
        Waiting waiting = new Waiting(true);
        Parcels parcels = parcels(LITTLE);

        assertThrows(Unavailable.class, () -> parcels.keep(MediaKind.IMAGE, having(waiting)));

        assertEquals(0, waiting.closed.getCount());
    }

    @Test
    void aStreamThatEvenAfterBeingClosedStandsStillHoldsNobodyUp() {
        Waiting waiting = new Waiting(false);
        Parcels parcels = parcels(LITTLE);

        assertThrows(Unavailable.class, () -> parcels.keep(MediaKind.IMAGE, having(waiting)));

        assertEquals(0, waiting.closed.getCount());
    }

    @Test
    void aStreamThatStandsStillForMinutesIsGivenUpForGood() {
        String detail =
                refused(
                        Cause.GONE,
                        parcels(LITTLE)
                                .keep(
                                        sent(MediaKind.IMAGE),
                                        having(new Waiting(true)),
                                        ARRIVED.plus(Duration.ofMinutes(3))));

        assertEquals("not all of it came within 20 ms", detail);
    }

    @Test
    void aConnectionThatBreaksIsTriedAgainAndItsWordsAreNotRepeated() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("https://provider.example/?token=secret is gone");
                    }
                };
        Content.Media photo = sent(MediaKind.IMAGE);
        Parcels parcels = parcels(PLENTY);

        Unavailable again =
                assertThrows(Unavailable.class, () -> parcels.keep(photo, having(broken), ARRIVED));
        assertEquals(
                "a file of scripted/clinica: the connection broke: IOException",
                again.getMessage());
        assertEquals(
                "the connection broke: IOException",
                refused(Cause.GONE, parcels.keep(photo, ARRIVED.plus(Duration.ofMinutes(3)))));
    }

    @Test
    void fourAreFetchedAtTheSameTimeAndNoMore() {
        Crowd crowd = new Crowd();
        Parcels parcels = parcels(PLENTY);
        AtomicInteger next = new AtomicInteger();
        for (int i = 0; i < 12; i++) {
            parcels.channel().has("file-" + i, having(crowd.member()));
        }

        Race.of(
                12,
                () ->
                        parcels.keep(
                                sent(MediaKind.IMAGE, "file-" + next.getAndIncrement(), ""),
                                ARRIVED));

        assertEquals(4, crowd.most.get());
    }

    private Parcels parcels(Duration toRead) {
        return new Parcels(disk, toRead);
    }

    private static final class Endless extends InputStream {
        private long given;
        private boolean closed;

        @Override
        public int read() {
            given++;
            return 'x';
        }

        @Override
        public int read(byte[] into, int from, int length) {
            given += length;
            return length;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Gives one byte, then nothing; some that wait learn that they were closed. */
    private static final class Waiting extends InputStream {
        private final boolean learns;
        private final CountDownLatch closed = new CountDownLatch(1);
        private final CountDownLatch never = new CountDownLatch(1);
        private boolean begun;

        Waiting(boolean learns) {
            this.learns = learns;
        }

        @Override
        public int read() throws IOException {
            if (!begun) {
                begun = true;
                return 'x';
            }
            try {
                (learns ? closed : never).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("closed");
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            into[from] = (byte) read();
            return 1;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    /** Files of which each begins only when three others do. */
    private static final class Crowd {
        private final CyclicBarrier four = new CyclicBarrier(4);
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        InputStream member() {
            return new InputStream() {
                private boolean given;

                @Override
                public int read() throws IOException {
                    if (given) {
                        return -1;
                    }
                    given = true;
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    try {
                        four.await();
                    } catch (InterruptedException | BrokenBarrierException e) {
                        throw new IOException(e);
                    }
                    return 'x';
                }

                @Override
                public void close() {
                    now.decrementAndGet();
                }
            };
        }
    }
}
