package io.conserje.local.eval;

import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.local.eval.Desk.Reply;
import io.conserje.local.eval.Dialogue.Act;
import io.conserje.local.eval.Dialogue.Line;
import io.conserje.local.eval.Verdict.Kind;
import io.conserje.model.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays one customer, who is tolerant: asked for something, they say what they know of it. */
final class DialogueTrial {
    private final Dialogue dialogue;
    private final Desk desk;
    private final Wishes wishes;
    private final Transcript transcript = new Transcript();
    private Reply last = new Reply(List.of(), List.of());
    private List<Outgoing.Option> offered = List.of();
    private Optional<Reply> summary = Optional.empty();

    DialogueTrial(Dialogue dialogue, Subjects.Desks desks) {
        this.dialogue = dialogue;
        this.desk = desks.open(dialogue.opening());
        this.wishes = new Wishes(dialogue);
    }

    Verdict verdict() {
        List<String> faults = new ArrayList<>();
        try {
            play(faults);
            faults.addAll(wishes.unmetAtTheEnd(last, summary, desk, transcript.turns()));
        } catch (RuntimeException e) {
            faults.add("it broke: " + e);
        }
        return new Verdict(
                Kind.DIALOGUES,
                dialogue.language(),
                dialogue.part(),
                dialogue.id(),
                faults.isEmpty(),
                "",
                String.join("; ", faults),
                transcript.text(),
                transcript.turns());
    }

    private void play(List<String> faults) {
        for (Line line : dialogue.lines()) {
            line.when().ifPresent(this::answerUntil);
            perform(line.act());
            faults.addAll(Wishes.unmet(line, last));
        }
        answerUntil(Asked.NOTHING);
    }

    /** Answers what is asked for until it is this, or nothing that the customer knows. */
    private void answerUntil(Asked awaited) {
        int answers = 0;
        while (desk.asked() != awaited && answers < dialogue.turnsAtMost()) {
            Optional<Act> answer = wishes.answerTo(desk.asked());
            if (answer.isEmpty()) {
                return;
            }
            perform(answer.get());
            answers++;
        }
    }

    private void perform(Act act) {
        switch (act) {
            case Dialogue.Say say -> heard(say.texts(), desk.say(say.texts()));
            case Dialogue.Choose choose -> tap(option(choose));
            case Dialogue.Tap tap -> tapOrSay(tap.phrase());
            case Dialogue.Wait wait -> {
                transcript.waited(wait.time());
                desk.advance(wait.time());
            }
        }
    }

    private Outgoing.Option option(Dialogue.Choose choose) {
        if (choose.nth() > offered.size()) {
            throw new IllegalStateException(
                    "there is no option " + choose.nth() + " of " + offered.size());
        }
        return offered.get(choose.nth() - 1);
    }

    private void tap(Outgoing.Option option) {
        heard(List.of("[" + option.title() + "]"), desk.choose(option));
    }

    /** Who finds no such button writes it. */
    private void tapOrSay(String phrase) {
        offered.stream()
                .filter(option -> Phrases.isIn(option.title(), phrase))
                .findFirst()
                .ifPresentOrElse(
                        this::tap, () -> heard(List.of(phrase), desk.say(List.of(phrase))));
    }

    private void heard(List<String> said, Reply reply) {
        transcript.customer(said);
        transcript.desk(reply, desk.asked());
        last = reply;
        if (!reply.options().isEmpty()) {
            offered = reply.options();
        }
        if (desk.asked() == Asked.CONFIRMATION) {
            summary = Optional.of(reply);
        }
    }
}
