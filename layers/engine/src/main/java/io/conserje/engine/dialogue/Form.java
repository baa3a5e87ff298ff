package io.conserje.engine.dialogue;

import io.conserje.engine.booking.BookingId;
import io.conserje.engine.understanding.Hearing.Asked;
import java.util.Optional;

/**
 * Something open between the desk and a customer. It is kept with the session, however long the
 * customer takes.
 */
public sealed interface Form {

    /** What we last asked for, which is what the next words are heard as an answer to. */
    Asked asked();

    /** The same, after this was asked. */
    Form asking(Asked what);

    /**
     * An appointment to be made.
     *
     * @param hold the time that is kept while the customer thinks over the summary
     */
    record Book(Wish wish, Optional<BookingId> hold, Asked asked) implements Form, WithWish {
        @Override
        public Book asking(Asked what) {
            return new Book(wish, hold, what);
        }

        @Override
        public Book with(Wish other, Optional<BookingId> kept) {
            return new Book(other, kept, asked);
        }

        @Override
        public Optional<BookingId> replaces() {
            return Optional.empty();
        }
    }

    /**
     * An appointment to be moved.
     *
     * @param booking empty until it is known which
     * @param wish what it is to be instead
     */
    record Change(Optional<BookingId> booking, Wish wish, Optional<BookingId> hold, Asked asked)
            implements Form, WithWish {
        @Override
        public Change asking(Asked what) {
            return new Change(booking, wish, hold, what);
        }

        @Override
        public Change with(Wish other, Optional<BookingId> kept) {
            return new Change(booking, other, kept, asked);
        }

        @Override
        public Optional<BookingId> replaces() {
            return booking;
        }
    }

    /**
     * An appointment to be cancelled.
     *
     * @param booking empty until it is known which
     */
    record Cancel(Optional<BookingId> booking, Asked asked) implements Form {
        @Override
        public Cancel asking(Asked what) {
            return new Cancel(booking, what);
        }
    }

    /** One that ends with a time being kept. */
    sealed interface WithWish extends Form permits Book, Change {
        Wish wish();

        Optional<BookingId> hold();

        Optional<BookingId> replaces();

        WithWish with(Wish other, Optional<BookingId> kept);

        @Override
        WithWish asking(Asked what);
    }
}
