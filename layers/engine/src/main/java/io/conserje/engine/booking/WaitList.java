package io.conserje.engine.booking;

import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult.InLine;
import java.util.List;
import java.util.Optional;

/** Customers stand in line for what is taken now, and leave it. */
public final class WaitList {
    private WaitList() {}

    /**
     * @param id what the place is called, if it comes about
     */
    public static Verdict join(Situation at, ToolCall.JoinWaitList call, String id) {
        Optional<Refusal> refusal = refusal(at, call);
        if (refusal.isPresent()) {
            return Verdict.refused(refusal.get());
        }
        if (own(at).stream().anyMatch(waiting -> isTheSame(waiting, call))) {
            return new Verdict.Says(new InLine(true));
        }
        Writing writing = Writing.asked(at, call.cause());
        writing.joins(
                new Waiting(
                        id,
                        0,
                        at.now(),
                        call.service(),
                        call.professional(),
                        call.days(),
                        call.clock(),
                        call.party(),
                        call.name(),
                        at.customer(),
                        Optional.empty()));
        return writing.answers(call, new InLine(true));
    }

    private static Optional<Refusal> refusal(Situation at, ToolCall.JoinWaitList call) {
        Appointments appointments = at.business().appointments();
        Optional<Service> service = appointments.service(call.service());
        boolean theirs =
                appointments.whoDo(call.service()).stream()
                        .anyMatch(one ->
                                call.professional().filter(id -> !id.equals(one.id())).isEmpty());
        if (service.isEmpty() || !theirs) {
            return Optional.of(new Refusal.NotTheirs());
        }
        if (call.days().to().isBefore(at.timetable().dayOf(at.now()))) {
            return Optional.of(new Refusal.Past());
        }
        return HoldRules.party(call.party(), service.get());
    }

    private static boolean isTheSame(Waiting waiting, ToolCall.JoinWaitList call) {
        return waiting.service().equals(call.service())
                && waiting.professional().equals(call.professional())
                && waiting.days().equals(call.days())
                && waiting.clock().equals(call.clock())
                && waiting.party() == call.party();
    }

    public static Verdict leave(Situation at, ToolCall.LeaveWaitList call) {
        List<Waiting> places = own(at);
        if (places.isEmpty()) {
            return new Verdict.Says(new InLine(false));
        }
        Writing writing = Writing.asked(at, call.cause());
        writing.leaves(places);
        return writing.answers(call, new InLine(false));
    }

    private static List<Waiting> own(Situation at) {
        return at.ledger().line().stream()
                .filter(waiting -> Agenda.customer(waiting.customer()).equals(at.whose()))
                .toList();
    }
}
