package io.conserje.local.eval;

import io.conserje.engine.when.Mention.Role;
import io.conserje.engine.when.Reckoning;
import io.conserje.model.Language;
import java.util.List;
import java.util.Optional;

/**
 * A sentence that tells when, and when that is.
 *
 * @param role only what plays it in the sentence is looked at; without it, what is wished for
 * @param days each of which is right, as {@link Told} writes it; likewise the clock and the doubt
 */
public record TimeCase(
        String id,
        Language language,
        Part part,
        Reckoning reckoning,
        String text,
        Optional<Role> role,
        List<String> days,
        List<String> clock,
        List<String> doubt) {

    boolean isRight(Told told) {
        return days.contains(told.days())
                && clock.contains(told.clock())
                && doubt.contains(told.doubt());
    }

    boolean looksAt(Role played) {
        return role.map(played::equals).orElse(played == Role.AT || played == Role.TO);
    }
}
