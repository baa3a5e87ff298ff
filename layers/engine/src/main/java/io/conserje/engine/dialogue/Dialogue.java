package io.conserje.engine.dialogue;

import io.conserje.engine.Intents;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.tool.ToolCall;
import io.conserje.engine.tool.ToolResult;
import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.engine.understanding.Reading;
import io.conserje.model.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One turn of talking about appointments. What the messages of the turn tell is gathered first;
 * what is missing then is asked once, at its end.
 */
public final class Dialogue {
    private final Floor floor;
    private final Told told;
    private final Bookings bookings;
    private boolean touched;

    public Dialogue(Floor floor) {
        this.floor = floor;
        this.told = new Told(floor);
        this.bookings = new Bookings(floor);
    }

    /** What the next words are to be heard as an answer to. */
    public static Asked asked(List<Form> forms, List<Outgoing.Option> offered) {
        boolean proposed =
                offered.stream()
                        .flatMap(option -> Pick.parse(option.id()).stream())
                        .anyMatch(pick ->
                                pick instanceof Pick.Assure || pick instanceof Pick.TakeOffer);
        return proposed
                ? Asked.CONFIRMATION
                : forms.isEmpty() ? Asked.NOTHING : forms.getFirst().asked();
    }

    /** Whether something is open. */
    public boolean isOpen() {
        return !floor.forms().isEmpty();
    }

    /** Something else was answered in between: what is open is asked for again. */
    public void goOn() {
        touched = true;
    }

    /** What these services cost, those without a price with how long they take. */
    public void tellPrices(List<String> services) {
        Menu menu = new Menu(floor);
        services.stream()
                .flatMap(id -> floor.appointments().service(id).stream())
                .forEach(service -> floor.say(menu.line(service)));
    }

    /** Somebody chose one of the options. False when it was none of ours. */
    public boolean picks(String option) {
        if (floor.appointments().isNone()) {
            return false;
        }
        if (option.equals(Intents.YES) || option.equals(Intents.NO)) {
            return isOpen() && answers(option.equals(Intents.YES));
        }
        Optional<Pick> pick = Pick.parse(option);
        pick.ifPresent(this::take);
        return pick.isPresent();
    }

    private void take(Pick pick) {
        touched = true;
        switch (pick) {
            case Pick.Assure(BookingId booking) -> bookings.assure(booking);
            case Pick.TakeOffer(BookingId hold) -> bookings.takeOffer(hold);
            case Pick.LeaveOffer(BookingId hold) -> bookings.leaveOffer(hold);
            case Pick.CancelIt(BookingId booking) ->
                    open(new Form.Cancel(Optional.of(booking), Asked.CONFIRMATION));
            case Pick.ChangeIt(BookingId booking) -> open(change(Optional.of(booking)));
            case Pick.Which(BookingId booking) -> which(booking);
            case Pick.Time time -> wish(new Picked(floor)::time, time);
            case Pick.Day day -> wish(new Picked(floor)::day, day);
            case Pick.Hour hour -> wish(new Picked(floor)::hour, hour);
            case Pick.OfService service -> wish(new Picked(floor)::service, service);
            case Pick.OfProfessional one -> wish(new Picked(floor)::professional, one);
            case Pick.Anyone anyone -> wish(new Picked(floor)::anyone, anyone);
            case Pick.WaitForIt wait -> wish(new Picked(floor)::waits, wait);
            case Pick.OtherTimes other -> wish(new Picked(floor)::otherTimes, other);
        }
    }

    private interface Change<P> {
        Wish of(Wish wish, P pick);
    }

    /** An option of an old message begins anew when what it belonged to is over. */
    private <P> void wish(Change<P> change, P pick) {
        Form.WithWish form =
                first() instanceof Form.WithWish open
                        ? open
                        : new Form.Book(Wish.nothing(), Optional.empty(), Asked.NOTHING);
        if (first() != form) {
            open(form);
        }
        update(form, change.of(form.wish(), pick));
    }

    private void which(BookingId booking) {
        switch (first()) {
            case Form.Cancel cancel ->
                    replace(new Form.Cancel(Optional.of(booking), cancel.asked()));
            case Form.Change change ->
                    replace(bookings.begin(change.wish(), booking).orElse(change));
            case Form.Book book -> open(change(Optional.of(booking)));
            case null -> open(change(Optional.of(booking)));
        }
    }

    private Form.Change change(Optional<BookingId> booking) {
        Form.Change empty = new Form.Change(booking, Wish.nothing(), Optional.empty(), Asked.DAY);
        return booking.flatMap(id -> bookings.begin(Wish.nothing(), id)).orElse(empty);
    }

    /** Asked for a name, people write just that, and not every name is one that we know. */
    public Reading asAnswer(Reading reading, String text) {
        boolean name =
                first() != null
                        && first().asked() == Asked.NAME
                        && reading.intents().isEmpty()
                        && !Told.isNews(reading)
                        && NAME.matcher(text.strip()).matches();
        return name ? reading.withName(text.strip()) : reading;
    }

    /** Two to five words of letters, or one with a capital. */
    private static final Pattern NAME =
            Pattern.compile("\\p{Lu}[\\p{L}'.-]+|[\\p{L}][\\p{L}'.-]*( [\\p{L}][\\p{L}'.-]*){1,4}");

    /**
     * Somebody wrote.
     *
     * @param also whether it says that it is about something else besides: "también", "another"
     * @param aside whether a question in it was answered already, so that only what surely is about
     *     an appointment counts
     * @return false when nothing in it was about appointments
     */
    public boolean hears(Reading reading, boolean also, boolean aside) {
        if (floor.appointments().isNone()) {
            return false;
        }
        if (aside && !aboutAppointments(reading)) {
            return false;
        }
        if (proposal(reading)) {
            return true;
        }
        boolean heard =
                switch (first()) {
                    case null -> begins(reading);
                    case Form.WithWish form -> inWish(form, reading, also);
                    case Form.Cancel form -> inCancel(form, reading);
                };
        touched |= heard;
        return heard;
    }

    private boolean aboutAppointments(Reading reading) {
        return reading.otherwise()
                || List.of(
                                Intents.BOOK,
                                Intents.CHANGE,
                                Intents.CANCEL,
                                Intents.AVAILABILITY,
                                Intents.WAIT_LIST,
                                Intents.BOOKINGS)
                        .stream()
                        .anyMatch(reading::wants)
                // "Wait, where are you?" takes nothing back.
                || (isOpen() && reading.wants(Intents.YES));
    }

    /** "Yes" to a reminder, or to a time that we offered. */
    private boolean proposal(Reading reading) {
        boolean yes = reading.wants(Intents.YES);
        boolean cancel = reading.wants(Intents.CANCEL);
        boolean change = reading.wants(Intents.CHANGE);
        boolean no = reading.wants(Intents.NO) && !cancel && !change;
        for (Outgoing.Option option : floor.offered()) {
            Optional<Pick> pick = Pick.parse(option.id());
            boolean meant =
                    switch (pick.orElse(null)) {
                        case Pick.Assure assure -> yes;
                        case Pick.TakeOffer take -> yes;
                        case Pick.LeaveOffer leave -> no || cancel;
                        case Pick.CancelIt it -> cancel && reading.times().isEmpty();
                        case Pick.ChangeIt it -> change && reading.times().isEmpty();
                        case null, default -> false;
                    };
            if (meant) {
                take(pick.orElseThrow());
                return true;
            }
        }
        return false;
    }

    private boolean begins(Reading reading) {
        if (reading.wants(Intents.CANCEL)) {
            open(new Form.Cancel(bookings.meant(reading), Asked.CHOICE));
        } else if (reading.wants(Intents.CHANGE)) {
            open(new Form.Change(Optional.empty(), Wish.nothing(), Optional.empty(), Asked.CHOICE));
            Optional<BookingId> meant = bookings.meant(reading);
            Form.Change form = change(meant);
            replace(form.with(told.without(form.wish(), reading), Optional.empty()));
        } else if (reading.wants(Intents.BOOKINGS)) {
            bookings.tell();
        } else if (wantsOne(reading)) {
            Wish wish =
                    told.add(Wish.nothing().withWaits(reading.wants(Intents.WAIT_LIST)), reading);
            open(new Form.Book(wish, Optional.empty(), Asked.NOTHING));
        } else {
            return tells(reading);
        }
        return true;
    }

    private static boolean wantsOne(Reading reading) {
        return reading.wants(Intents.BOOK)
                || reading.wants(Intents.AVAILABILITY)
                || reading.wants(Intents.WAIT_LIST)
                || (reading.intents().isEmpty()
                        && (!reading.services().isEmpty() || !reading.times().isEmpty()));
    }

    private boolean tells(Reading reading) {
        if (reading.wants(Intents.SERVICES)) {
            new Menu(floor).services();
            return true;
        }
        if (reading.wants(Intents.PROFESSIONALS)) {
            new Menu(floor).professionals();
            return true;
        }
        return false;
    }

    private boolean inWish(Form.WithWish form, Reading reading, boolean also) {
        boolean news = Told.isNews(reading) || reading.wants(Intents.WAIT_LIST);
        if (reading.wants(Intents.BOOKINGS) && !news) {
            bookings.tell();
            return true;
        }
        if (reading.wants(Intents.CANCEL)) {
            return cancels(form, reading);
        }
        if (isAnother(form, reading, also)) {
            return begins(reading);
        }
        if (form.asked() == Asked.CONFIRMATION && !news) {
            if (reading.wants(Intents.YES) || reading.wants(Intents.NO)) {
                return answers(reading.wants(Intents.YES));
            }
        }
        if (ordinal(reading)) {
            return true;
        }
        if (news) {
            Wish wish = form.wish().withWaits(waits(form, reading));
            update(form, told.add(wish, reading));
            return true;
        }
        if (reading.wants(Intents.NO) || reading.sooner() != 0) {
            update(form, new Picked(floor).others(form.wish(), reading.sooner()));
            return true;
        }
        if (reading.wants(Intents.YES)) {
            onlyTime().ifPresent(this::picks);
            return true;
        }
        return reading.wants(Intents.BOOK) || tells(reading);
    }

    /** A time that is chosen ends the waiting for one. */
    private static boolean waits(Form.WithWish form, Reading reading) {
        return reading.wants(Intents.WAIT_LIST)
                || (form.wish().waits() && !reading.wants(Intents.BOOK));
    }

    /** Where one time was offered, yes is enough. */
    private Optional<String> onlyTime() {
        List<String> times =
                floor.offered().stream()
                        .map(Outgoing.Option::id)
                        .filter(id -> Pick.parse(id).orElse(null) instanceof Pick.Time)
                        .toList();
        return times.size() == 1 ? Optional.of(times.getFirst()) : Optional.empty();
    }

    /** "Olvídelo" leaves the form; "cancele mi cita del martes" is about another matter. */
    private boolean cancels(Form.WithWish form, Reading reading) {
        if (form instanceof Form.Change change && reading.otherwise()) {
            close();
            open(new Form.Cancel(change.booking(), Asked.CONFIRMATION));
            return true;
        }
        boolean another = !reading.times().isEmpty() || !reading.services().isEmpty();
        if (another && bookings.meant(reading).isPresent()) {
            open(new Form.Cancel(bookings.meant(reading), Asked.CONFIRMATION));
            return true;
        }
        form.hold().ifPresent(hold -> floor.call(new ToolCall.Release(floor.cause(), hold)));
        floor.tell(form instanceof Form.Change ? "book.left.change" : "book.left");
        close();
        return true;
    }

    /**
     * Somebody who has one thing open speaks of another: it comes first, and the open one waits.
     */
    private boolean isAnother(Form.WithWish form, Reading reading, boolean also) {
        if (form instanceof Form.Book && reading.wants(Intents.CHANGE)) {
            return told.movesFrom(reading) || (!Told.isNews(reading) && form.hold().isEmpty());
        }
        return reading.wants(Intents.BOOK)
                && form.wish().service().isPresent()
                && also
                && !reading.otherwise();
    }

    private boolean ordinal(Reading reading) {
        if (reading.ordinal().isEmpty() || floor.offered().isEmpty()) {
            return false;
        }
        List<Outgoing.Option> times =
                floor.offered().stream()
                        .filter(option -> Pick.parse(option.id()).isPresent())
                        .filter(option -> !option.id().equals(Pick.WAIT))
                        .toList();
        int n = reading.ordinal().getAsInt();
        int at = n > 0 ? n - 1 : times.size() + n;
        return at >= 0 && at < times.size() && picks(times.get(at).id());
    }

    private boolean inCancel(Form.Cancel form, Reading reading) {
        if (reading.wants(Intents.CHANGE)) {
            close();
            open(change(form.booking()));
            return true;
        }
        if (form.booking().isPresent() && form.asked() == Asked.CONFIRMATION) {
            if (reading.wants(Intents.YES) || reading.wants(Intents.CANCEL)) {
                return answers(true);
            }
            if (reading.wants(Intents.NO)) {
                return answers(false);
            }
        }
        Optional<BookingId> meant = bookings.meant(reading);
        if (meant.isPresent() && (Told.isNews(reading) || reading.wants(Intents.YES))) {
            replace(new Form.Cancel(meant, Asked.CONFIRMATION));
            return true;
        }
        if (ordinal(reading)) {
            return true;
        }
        if (reading.wants(Intents.NO)) {
            floor.tell("cancel.left");
            close();
            return true;
        }
        return reading.wants(Intents.CANCEL) || (wantsOne(reading) && begins(reading));
    }

    /** Yes or no to the summary. */
    private boolean answers(boolean yes) {
        touched = true;
        switch (first()) {
            case Form.WithWish form when form.hold().isPresent() -> {
                if (yes) {
                    confirm(form, form.hold().orElseThrow());
                } else {
                    floor.tell("book.kept-nothing");
                    update(
                            form,
                            form.wish().with(form.wish().time().at(Optional.empty()).onNoDay()));
                }
            }
            case Form.Cancel form when form.booking().isPresent() -> {
                if (yes) {
                    bookings.cancel(form.booking().orElseThrow());
                } else {
                    floor.tell("cancel.left");
                }
                close();
            }
            case null, default -> {
                return false;
            }
        }
        return true;
    }

    private void confirm(Form.WithWish form, BookingId hold) {
        ToolResult result = floor.call(new ToolCall.Confirm(floor.cause(), hold));
        if (result
                instanceof ToolResult.Refused(io.conserje.engine.booking.Refusal.HoldExpired e)) {
            result = again(form);
        }
        switch (result) {
            case ToolResult.Done(Booking booking) -> {
                bookings.tellDone(booking, form instanceof Form.Change);
                floor.remember(booking.name());
                close();
            }
            case ToolResult.Refused(var why) -> {
                new Refusals(floor).tell(why, form.wish());
                replace(form.with(form.wish().withChosen(Optional.empty()), Optional.empty()));
            }
            default -> throw new IllegalStateException("a confirmation is done or refused");
        }
    }

    /**
     * The customer has said yes to this very time, only late: when it is still free, it is theirs.
     */
    private ToolResult again(Form.WithWish form) {
        ToolResult kept =
                form.wish()
                        .chosen()
                        .map(slot ->
                                floor.call(
                                        ToolCall.hold(
                                                floor.cause(),
                                                slot,
                                                form.wish().people(),
                                                form.wish().name().orElse(""),
                                                form.replaces())))
                        .orElseThrow();
        return kept instanceof ToolResult.Done(Booking held)
                ? floor.call(new ToolCall.Confirm(floor.cause(), held.id()))
                : kept;
    }

    /**
     * Asks for what is missing, or says what was wanted; nothing when the turn was about something
     * else.
     */
    public void conclude() {
        if (!touched) {
            return;
        }
        for (Form form = first(); form != null && touched; form = first()) {
            touched = false;
            switch (form) {
                case Form.WithWish wish -> {
                    Optional<Form> next = new NextQuestion(floor).ask(wish);
                    next.ifPresentOrElse(this::replace, this::close);
                    touched = next.isEmpty();
                }
                case Form.Cancel cancel -> {
                    Optional<Form> next = bookings.askCancel(cancel);
                    next.ifPresentOrElse(this::replace, this::close);
                    touched = next.isEmpty();
                }
            }
        }
    }

    private @org.jspecify.annotations.Nullable Form first() {
        return floor.forms().isEmpty() ? null : floor.forms().getFirst();
    }

    private void open(Form form) {
        List<Form> all = new ArrayList<>(floor.forms());
        all.addFirst(form);
        floor.keep(all.subList(0, Math.min(all.size(), MOST_OPEN)));
    }

    /** Whoever has more open than this has forgotten the first. */
    private static final int MOST_OPEN = 3;

    private void replace(Form form) {
        List<Form> all = new ArrayList<>(floor.forms());
        all.set(0, form);
        floor.keep(all);
    }

    private void close() {
        floor.keep(floor.forms().subList(1, floor.forms().size()));
    }

    /** A time that is held and not wanted any more is let go at once, for others. */
    private void update(Form.WithWish form, Wish wish) {
        Optional<BookingId> hold = form.hold();
        if (wish.chosen().isEmpty() && hold.isPresent()) {
            floor.call(new ToolCall.Release(floor.cause(), hold.get()));
            hold = Optional.empty();
        }
        // Under another name it is held anew, which lets this hold go.
        boolean renamed = !wish.name().equals(form.wish().name());
        replace(form.with(wish, renamed ? Optional.empty() : hold));
    }
}
