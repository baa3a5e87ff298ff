package io.conserje.engine.booking;

import java.util.List;
import java.util.Optional;

/** When a time can be kept for a customer. The first rule that objects is told. */
final class HoldRules {

    /**
     * What a hold would keep.
     *
     * @param replaces the booking that it is to take the place of
     * @param yields whether what else the customer holds is let go for it
     */
    record Wish(
            Situation at,
            Service service,
            Professional who,
            Slot slot,
            int party,
            Optional<BookingId> replaces,
            boolean yields) {}

    interface Rule {
        Optional<Refusal> objects(Wish wish);
    }

    private static final List<Rule> RULES =
            List.of(
                    HoldRules::thePartyFits,
                    HoldRules::theTimeIsOpen,
                    HoldRules::whatItReplacesCanBeChanged,
                    HoldRules::theCustomerMayHaveAnother,
                    HoldRules::nobodyElseHasIt);

    private HoldRules() {}

    static Optional<Refusal> refusal(Wish wish) {
        return RULES.stream().flatMap(rule -> rule.objects(wish).stream()).findFirst();
    }

    private static Optional<Refusal> thePartyFits(Wish wish) {
        return party(wish.party(), wish.service());
    }

    static Optional<Refusal> party(int party, Service service) {
        return party < 1 || party > service.capacity()
                ? Optional.of(new Refusal.TooMany(service.capacity()))
                : Optional.empty();
    }

    private static Optional<Refusal> theTimeIsOpen(Wish wish) {
        return wish.at()
                .timetable()
                .refuses(wish.service(), wish.who(), wish.slot().start(), wish.at().now());
    }

    private static Optional<Refusal> whatItReplacesCanBeChanged(Wish wish) {
        return wish.replaces().flatMap(old -> OwnRules.change(wish.at(), old));
    }

    private static Optional<Refusal> theCustomerMayHaveAnother(Wish wish) {
        return OwnRules.another(wish.at(), wish.slot(), wish.replaces());
    }

    private static Optional<Refusal> nobodyElseHasIt(Wish wish) {
        String yielding = wish.yields() ? wish.at().whose() : "";
        return room(
                wish.at(),
                wish.slot(),
                new Room(wish.service(), wish.party(), yielding, wish.replaces()));
    }

    static Optional<Refusal> room(Situation at, Slot slot, Room room) {
        return room.isFor(slot, at.sheets(slot), at.now())
                ? Optional.empty()
                : Optional.of(new Refusal.Taken());
    }
}
