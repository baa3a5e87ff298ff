package io.conserje.local.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.conserje.application.session.SessionState;
import io.conserje.application.session.SessionState.State;
import io.conserje.application.session.Sessions.Kind;
import io.conserje.local.emulator.session.SessionProcess;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A device is linked to its number, and stays so. */
class PairingTest extends WithStores {

    /** Behaviour 2. */
    @Test
    void aQrIsShownScannedAndGone() {
        rig.start();
        rig.untilState(State.IDLE);
        rig.wish(Kind.PAIR_QR, Optional.empty());
        String qr = rig.qr();
        assertTrue(
                rig.state()
                        .flatMap(SessionState::qr)
                        .orElseThrow()
                        .expires()
                        .isAfter(Instant.now()),
                "it does not show what has expired");

        rig.mock().post("/scan", Map.of("qr", qr));

        rig.untilState(State.OPEN);
        SessionState state = rig.state().orElseThrow();
        assertEquals(Optional.empty(), state.qr());
        assertEquals(Optional.of("5511999990000"), state.phone());
    }

    /** Behaviour 3. */
    @Test
    void aCodeIsTypedOnThePhone() {
        rig.start();
        rig.wish(Kind.PAIR_CODE, Optional.of("5511999990000"));
        rig.until("a code", () -> rig.state().flatMap(SessionState::code).isPresent());
        String code = rig.state().flatMap(SessionState::code).orElseThrow().text();

        rig.mock().post("/type-code", Map.of("code", code));

        rig.untilState(State.OPEN);
        String said = rig.anaSays("hola");
        rig.until("what Ana says", () -> rig.heard().contains(said));
    }

    /** Behaviour 4. */
    @Test
    void whoDiesComesBackWithoutAQr() {
        SessionProcess first = rig.paired();
        rig.kill(first);

        rig.start();

        rig.until("a second login", () -> rig.logins() >= 2);
        rig.untilState(State.OPEN);
        assertFalse(rig.logged().contains("logged_out"));
    }

    /** Behaviour 5: its credentials have a name already, and no account. */
    @Test
    void aCodeThatNobodyTypedIsNotALogout() {
        SessionProcess first = rig.start();
        rig.wish(Kind.PAIR_CODE, Optional.of("5511999990000"));
        rig.until("a code", () -> rig.state().flatMap(SessionState::code).isPresent());
        rig.kill(first);

        rig.start();
        rig.wish(Kind.PAIR_QR, Optional.empty());
        rig.mock().post("/scan", Map.of("qr", rig.qr()));

        rig.untilState(State.OPEN);
        assertFalse(rig.logged().contains("logged_out"));
    }

    /** Behaviour 22. */
    @Test
    void aPasskeyThatOnlyWhatsAppsOwnClientsCanGiveIsSaid() {
        rig.mock().post("/passkey", JsonNodeFactory.instance.objectNode().put("on", true));
        rig.start();
        rig.wish(Kind.PAIR_QR, Optional.empty());
        rig.mock().post("/scan", Map.of("qr", rig.qr()));

        rig.untilState(State.PASSKEY_REQUIRED);
    }
}
