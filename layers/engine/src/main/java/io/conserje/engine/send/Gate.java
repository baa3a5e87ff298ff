package io.conserje.engine.send;

import io.conserje.model.Capabilities;
import io.conserje.model.Pace;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the buckets in which a message must find a place before it leaves.
 *
 * @param hold what a full one is called
 */
public record Gate(Scope scope, Pace pace, Hold.Kind hold) {

    /** Whose bucket it is: of the account, but for one. */
    public enum Scope {
        ACCOUNT,
        CONTACT,
        DAY,
        UNASKED,
        FIRSTS
    }

    /**
     * In the order in which they are asked: the account first, which is held for longer and tells
     * of it for nothing. Answers find a place where what nobody asked for finds none any more.
     */
    public static List<Gate> of(Capabilities can, Initiative initiative) {
        boolean answer = initiative == Initiative.ANSWER;
        Pace account = answer ? can.account() : can.account().leavingRoom();
        List<Gate> gates = new ArrayList<>();
        gates.add(new Gate(Scope.ACCOUNT, account, Hold.Kind.ACCOUNT_PACE));
        gates.add(new Gate(Scope.CONTACT, can.contact(), Hold.Kind.CONTACT_PACE));
        can.daily()
                .ifPresent(caps -> {
                    gates.add(daily(Scope.DAY, caps.all(), Hold.Kind.DAY_CAP));
                    if (!answer) {
                        gates.add(daily(Scope.UNASKED, caps.unasked(), Hold.Kind.UNASKED_CAP));
                    }
                    if (initiative == Initiative.FIRST) {
                        gates.add(daily(Scope.FIRSTS, caps.firsts(), Hold.Kind.FIRSTS_CAP));
                    }
                });
        return List.copyOf(gates);
    }

    private static Gate daily(Scope scope, int most, Hold.Kind hold) {
        return new Gate(scope, Pace.perDay(most), hold);
    }
}
