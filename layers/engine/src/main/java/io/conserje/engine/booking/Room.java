package io.conserje.engine.booking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Whether there is room for somebody at a time.
 *
 * @param customer whose own holds are not in the way
 * @param replaces the booking that makes room when it moves there
 */
record Room(Service service, int party, String customer, Optional<BookingId> replaces) {

    /**
     * @param sheets all that the slot stands on
     */
    boolean isFor(Slot slot, Collection<DaySheet> sheets, Instant now) {
        List<DaySheet.Entry> others =
                sheets.stream()
                        .flatMap(sheet -> sheet.entries().stream())
                        .distinct()
                        .filter(entry -> entry.isLive(now) && !isOurs(entry))
                        .filter(entry -> entry.slot().overlaps(slot))
                        .toList();
        return others.isEmpty()
                || others.stream().allMatch(entry -> shares(entry.slot(), slot))
                        && others.stream().mapToLong(DaySheet.Entry::party).sum() + party
                                <= service.capacity();
    }

    private boolean isOurs(DaySheet.Entry entry) {
        boolean ownHold = entry.heldUntil().isPresent() && entry.customer().equals(customer);
        return ownHold || replaces.filter(entry.booking()::equals).isPresent();
    }

    private boolean shares(Slot theirs, Slot ours) {
        return service.capacity() > 1
                && theirs.service().equals(ours.service())
                && theirs.start().equals(ours.start());
    }
}
