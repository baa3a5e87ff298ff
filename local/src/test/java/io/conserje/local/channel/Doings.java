package io.conserje.local.channel;

import io.conserje.local.emulator.Gesture;
import io.conserje.model.Outgoing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All that one customer can do, each a second after the other. */
final class Doings {
    static final Outgoing.Ask QUESTION =
            new Outgoing.Ask(
                    "¿Te viene bien el martes?",
                    "Elegir",
                    List.of(new Outgoing.Option("yes", "Sí"), new Outgoing.Option("no", "No")));

    private final List<Heard> heard = new ArrayList<>();
    private final OnALine test;
    private final Customer ana;

    private Doings(OnALine test, Customer ana) {
        this.test = test;
        this.ana = ana;
    }

    /** All but what the provider keeps to itself. */
    static List<Heard> all(OnALine test, Customer ana) {
        Doings doings = new Doings(test, ana);
        doings.talk();
        doings.change();
        doings.tellTheProvider();
        return List.copyOf(doings.heard);
    }

    private Heard does(Gesture gesture) {
        test.line().passes(Duration.ofSeconds(1));
        Heard last = ana.does(gesture);
        heard.add(last);
        return last;
    }

    private void talk() {
        does(new Gesture.Say("hola"));
        does(new Gesture.Say("¿Hay sitio mañana? 🙂"));
        for (Sample sample : Sample.values()) {
            does(sample.fromCustomer(sample.hasCaption() ? "mira" : null));
        }
        does(new Gesture.Location(8.98, -79.52, null, null));
        does(new Gesture.Location(8.98, -79.52, "Clínica", "Calle 50"));
        does(new Gesture.Card("Luis Pérez", "+34 600 700 800"));
        does(new Gesture.Raw(test.line().words().hologram()));
    }

    private void change() {
        ana.isAsked(QUESTION).accepted();
        String question = ana.shown().id();
        does(test.is(Known.NO_BUTTONS) ? new Gesture.Say("1") : new Gesture.Choose("yes"));
        does(new Gesture.React(question, "👍"));
        does(new Gesture.React(question, ""));
        Heard said = does(new Gesture.Say("el lunes"));
        does(new Gesture.Edit(said.line().id(), "el martes"));
        does(new Gesture.Raw(test.line().words().answering(question, "mejor así")));
    }

    private void tellTheProvider() {
        if (!test.is(Known.NO_MARKETING_CHOICE)) {
            does(new Gesture.Marketing(false));
            does(new Gesture.Marketing(true));
        }
        if (!test.is(Known.BLOCKING_IS_NOT_TOLD)) {
            does(new Gesture.Block(true));
            does(new Gesture.Block(false));
        }
    }
}
