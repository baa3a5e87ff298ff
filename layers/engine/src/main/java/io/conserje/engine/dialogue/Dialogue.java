package io.conserje.engine.dialogue;

import io.conserje.engine.booking.Service;
import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.engine.understanding.Reading;
import io.conserje.engine.when.Days;
import io.conserje.model.Outgoing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One turn of talking about appointments. What the messages of the turn tell is gathered first;
 * what is missing then is asked once, at its end.
 */
public final class Dialogue {
    /** Two to five words of letters, or one with a capital. */
    private static final Pattern NAME =
            Pattern.compile("\\p{Lu}[\\p{L}'.-]+|[\\p{L}][\\p{L}'.-]*( [\\p{L}][\\p{L}'.-]*){1,4}");

    /** What hardly is anything but a name, even where none was asked for. */
    private static final Pattern FULL_NAME =
            Pattern.compile("\\p{Lu}[\\p{L}'-]+( \\p{Lu}[\\p{L}'-]+){1,3}");

    /** To other questions a capital is no name's: "Botox Facial", "Dr Hill". */
    private static final Set<Asked> NAMED_UNASKED = Set.of(Asked.DAY, Asked.CLOCK, Asked.PARTY);

    private static final int LONGEST_NAME = 80;

    private final Floor floor;
    private final Matters matters;
    private final Selection selection;
    private final Beginning beginning;
    private final Bookings bookings;

    public Dialogue(Floor floor) {
        this.floor = floor;
        this.matters = new Matters(floor);
        this.selection = new Selection(floor, matters);
        this.beginning = new Beginning(floor, matters);
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
        return matters.isOpen();
    }

    /** The days that are talked about. */
    public Optional<Days> about() {
        return matters.first() instanceof Form.WithWish form
                ? form.wish().time().days()
                : Optional.empty();
    }

    /** Something else was answered in between: what is open is asked for again. */
    public void goOn() {
        matters.touch();
    }

    /**
     * What the services cost that it asks about, those without a price with how long they take.
     *
     * @return false when it is about none in particular
     */
    public boolean tellPrices(Reading reading) {
        List<Service> asked = beginning.asked(reading);
        Menu menu = new Menu(floor);
        asked.forEach(service -> floor.say(menu.line(service)));
        return !asked.isEmpty();
    }

    /** Somebody chose one of the options. False when it was none of ours. */
    public boolean picks(String option) {
        return !floor.appointments().isNone() && selection.take(option);
    }

    /** Asked for a name, people write just that, and not every name is one that we know. */
    public Reading asAnswer(Reading reading, String text) {
        if (!reading.intents().isEmpty() || Told.isNews(reading) || text.length() > LONGEST_NAME) {
            return reading;
        }
        Pattern name =
                switch (matters.first()) {
                    case Form.WithWish form when form.asked() == Asked.NAME -> NAME;
                    case Form.WithWish form when NAMED_UNASKED.contains(form.asked()) ->
                            form.wish().name().isEmpty() ? FULL_NAME : null;
                    case null, default -> null;
                };
        return name != null && name.matcher(text.strip()).matches()
                ? reading.withName(text.strip())
                : reading;
    }

    /**
     * Somebody wrote.
     *
     * @return false when nothing in it was about appointments
     */
    public boolean hears(Heard said) {
        if (floor.appointments().isNone() || !said.isAboutAppointments(isOpen())) {
            return false;
        }
        if (selection.agrees(said.reading())) {
            return true;
        }
        boolean heard =
                switch (matters.first()) {
                    case null -> beginning.begins(said);
                    case Form.WithWish form -> new WhileWishing(floor, matters).hears(form, said);
                    case Form.Cancel form -> new WhileCancelling(floor, matters).hears(form, said);
                };
        if (heard) {
            matters.touch();
        }
        return heard;
    }

    /**
     * Asks for what is missing, or says what was wanted; nothing when the turn was about something
     * else.
     */
    public void conclude() {
        while (matters.wasTouched()) {
            Optional<Form> next =
                    switch (matters.first()) {
                        case null -> Optional.empty();
                        case Form.WithWish form -> new NextQuestion(floor).ask(form);
                        case Form.Cancel form -> bookings.askCancel(form);
                    };
            if (next.isPresent()) {
                matters.replace(next.get());
            } else if (isOpen()) {
                matters.close();
                matters.touch();
            }
        }
    }
}
