package io.conserje.engine.booking;

/** Names a booking within its project; short enough to be read aloud. */
public record BookingId(String value) {
    public BookingId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("booking id is empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
