package io.conserje.local.eval;

import io.conserje.engine.understanding.Understanding;
import io.conserje.engine.when.Mention;
import io.conserje.engine.when.Reckoning;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What is tried. */
public interface Subjects {

    Understanding understanding(String project);

    ZoneId zone(String project);

    List<Mention> times(String text, Reckoning reckoning);

    /** Empty where nobody converses. */
    Optional<Desks> desks();

    /** Opens a desk for a dialogue, with nobody else at it. */
    interface Desks {
        Desk open(Dialogue.Opening opening);
    }
}
