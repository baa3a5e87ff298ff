package io.conserje.local.emulator.session;

import io.conserje.application.session.SessionState;
import io.conserje.application.session.SessionState.State;
import io.conserje.application.session.Sessions;
import io.conserje.application.session.Sessions.Wish;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoSessions;
import io.conserje.aws.Env;
import io.conserje.local.emulator.Refused;
import io.conserje.model.TheOutsideWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whoever has the phone with the number: asks for the QR when the session was never linked, and
 * scans whatever QR is shown.
 */
@TheOutsideWorld
final class PhoneOwner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PhoneOwner.class);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final MockWhatsApp mock;
    private final String session;
    private final AwsClients clients;
    private final Sessions sessions;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<String> scanned = Optional.empty();
    private boolean asked;

    private PhoneOwner(MockWhatsApp mock, String session, Env env) {
        this.mock = mock;
        this.session = session;
        this.clients = new AwsClients(env);
        this.sessions = new DynamoSessions(clients, env);
    }

    static PhoneOwner start(MockWhatsApp mock, String session, Map<String, String> environment) {
        Env env = name -> Optional.ofNullable(environment.get(name));
        PhoneOwner owner = new PhoneOwner(mock, session, env);
        Thread.ofVirtual().name("phone-owner").start(owner::watch);
        return owner;
    }

    private void watch() {
        try {
            while (!closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            Optional<SessionState> state = sessions.state(session);
            if (!asked && state.filter(it -> it.state() == State.IDLE).isPresent()) {
                asked = true;
                Wish pair = new Wish("at-first", Sessions.Kind.PAIR_QR, Optional.empty());
                sessions.wish(session, pair, Instant.now());
            }
            Optional<String> qr = state.flatMap(SessionState::qr).map(SessionState.Shown::text);
            if (qr.isPresent() && !qr.equals(scanned)) {
                scanned = qr;
                mock.post("/scan", Map.of("qr", qr.get()));
            }
        } catch (Refused e) {
            LOG.info("the QR was not taken: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.debug("not now", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        clients.close();
    }
}
