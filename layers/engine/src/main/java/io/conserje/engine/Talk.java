package io.conserje.engine;

import io.conserje.engine.dialogue.Heard;
import io.conserje.engine.dialogue.Heard.Manner;
import io.conserje.engine.understanding.Reading;
import io.conserje.model.Content;
import io.conserje.model.InboundMessage;
import io.conserje.model.Outgoing;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the desk says to what customers say: answers, appointments and courtesies. */
final class Talk {
    private static final String PRICES = "prices";

    private final Lexicon lexicon;
    private final Instant now;

    Talk(Lexicon lexicon, Instant now) {
        this.lexicon = lexicon;
        this.now = now;
    }

    /** What is wanted, be it written, chosen or told by the number of an option. */
    static List<String> wants(Draft draft, InboundMessage message) {
        return choice(draft, message)
                .map(List::of)
                .or(() -> written(message).map(text -> draft.read(text).intents()))
                .orElse(List.of());
    }

    private static Optional<String> choice(Draft draft, InboundMessage message) {
        return switch (message.content()) {
            case Content.Choice choice -> Optional.of(choice.id());
            case Content.Text text -> draft.session.numbered(text.body()).map(Outgoing.Option::id);
            default -> Optional.empty();
        };
    }

    private static Optional<String> written(InboundMessage message) {
        return switch (message.content()) {
            case Content.Text text -> Optional.of(text.body());
            case Content.Media media -> media.caption();
            default -> Optional.empty();
        };
    }

    /** Somebody who begins with a question is welcomed too, in a line before the answer. */
    static void welcome(Draft draft) {
        if (!draft.session.greeted()) {
            draft.say(draft.phrase("welcome"));
            draft.session = draft.session.withGreeted();
        }
    }

    boolean takesChoice(Draft draft, InboundMessage message) {
        boolean taken = choice(draft, message).filter(draft.dialogue()::picks).isPresent();
        if (taken) {
            understood(draft);
        }
        return taken;
    }

    boolean answersFromTheProfile(Draft draft, InboundMessage message) {
        boolean asks =
                wants(draft, message).stream()
                        .anyMatch(want -> draft.business().topic(want).isPresent());
        return asks && answers(draft, message);
    }

    boolean answers(Draft draft, InboundMessage message) {
        List<Topic> asked =
                wants(draft, message).stream()
                        .flatMap(want -> draft.business().topic(want).stream())
                        .toList();
        Optional<Reading> reading = reading(draft, message);
        if (!asked.isEmpty()) {
            welcome(draft);
            asked.forEach(topic -> answer(draft, topic, reading));
            draft.offerNothing();
        }
        boolean talked = reading.filter(it -> talks(draft, message, it, asked)).isPresent();
        if (!asked.isEmpty() && !talked) {
            draft.dialogue().goOn();
        }
        if (talked || !asked.isEmpty()) {
            understood(draft);
        }
        return talked || !asked.isEmpty();
    }

    /** Yes to what was asked, and nothing that could be answered instead. */
    boolean isYesAlone(Draft draft, InboundMessage message) {
        List<String> social = List.of(Intents.YES, Intents.THANKS);
        return reading(draft, message)
                .filter(Heard::agrees)
                .filter(reading -> social.containsAll(reading.intents()))
                .isPresent();
    }

    /** A choice that stands for an intent is heard as if it had been written. */
    private Optional<Reading> reading(Draft draft, InboundMessage message) {
        return choice(draft, message)
                .map(Reading::ofIntent)
                .or(() ->
                        written(message)
                                .map(text ->
                                        isNoName(text)
                                                ? draft.read(text)
                                                : draft.dialogue()
                                                        .asAnswer(draft.read(text), text)));
    }

    /** "Es para mi hijo"; with a capital the same word is a name's: "Una Fields". */
    private boolean isNoName(String text) {
        List<String> never = lexicon.cues("name.not");
        return Arrays.stream(text.strip().split("\\s+", -1)).anyMatch(never::contains);
    }

    private boolean talks(
            Draft draft, InboundMessage message, Reading reading, List<Topic> answered) {
        Set<String> ids = answered.stream().map(Topic::id).collect(Collectors.toSet());
        boolean first = !draft.session.greeted();
        boolean heard = draft.dialogue().hears(new Heard(reading, manners(message), ids));
        if (heard && first) {
            draft.sayFirst(draft.phrase("welcome"));
            draft.session = draft.session.withGreeted();
        }
        return heard;
    }

    private Set<Manner> manners(InboundMessage message) {
        Plain text = Plain.of(written(message).orElse(""));
        return Arrays.stream(Manner.values())
                .filter(manner ->
                        lexicon.cues(manner.cue()).stream()
                                .anyMatch(manner == Manner.ANY_TIME ? text::is : text::has))
                .collect(Collectors.toSet());
    }

    private void answer(Draft draft, Topic topic, Optional<Reading> reading) {
        if (topic.id().equals(PRICES) && reading.filter(draft.dialogue()::tellPrices).isPresent()) {
            return;
        }
        draft.say(answer(draft, topic));
        topic.shows().forEach(draft::show);
    }

    private String answer(Draft draft, Topic topic) {
        String text = topic.answer().in(draft.language());
        if (!topic.id().equals(Business.HOURS)) {
            return text;
        }
        ZonedDateTime there = now.atZone(draft.business().zone());
        return text
                + "\n"
                + new HoursInWords(draft.phrases(), draft.language())
                        .tell(draft.business().hours(), there);
    }

    boolean takesComplaint(Draft draft, InboundMessage message) {
        if (!wants(draft, message).contains(Intents.COMPLAINT)) {
            return false;
        }
        welcome(draft);
        draft.say(draft.phrase("complaint"));
        draft.offerPerson();
        understood(draft);
        return true;
    }

    boolean showsMenu(Draft draft, InboundMessage message) {
        if (!wants(draft, message).contains(Intents.MENU)) {
            return false;
        }
        draft.say(draft.phrase("menu"));
        draft.offerMenu();
        draft.session = draft.session.withGreeted().withMisses(0);
        return true;
    }

    boolean greets(Draft draft, InboundMessage message) {
        if (!wants(draft, message).contains(Intents.GREET)) {
            return false;
        }
        if (draft.dialogue().isOpen()) {
            draft.say(draft.phrase("greeting.open"));
            draft.dialogue().goOn();
        } else {
            draft.say(draft.phrase(draft.session.greeted() ? "greeting.again" : "greeting"));
            draft.offerMenu();
        }
        draft.session = draft.session.withGreeted().withMisses(0);
        return true;
    }

    boolean takesThanks(Draft draft, InboundMessage message) {
        if (!wants(draft, message).contains(Intents.THANKS)) {
            return false;
        }
        if (wants(draft, message).contains(Intents.BYE)) {
            return saysGoodbye(draft, message);
        }
        draft.say(draft.phrase("thanks"));
        if (draft.dialogue().isOpen()) {
            draft.dialogue().goOn();
        }
        understood(draft);
        return true;
    }

    boolean saysGoodbye(Draft draft, InboundMessage message) {
        if (!wants(draft, message).contains(Intents.BYE)) {
            return false;
        }
        draft.say(draft.phrase("bye"));
        understood(draft);
        return true;
    }

    boolean takesYesOrNo(Draft draft, InboundMessage message) {
        List<String> wants = wants(draft, message);
        if (!wants.contains(Intents.YES) && !wants.contains(Intents.NO)) {
            return false;
        }
        if (wants.contains(Intents.NO)) {
            draft.say(draft.phrase("nothing-else"));
        } else {
            draft.say(draft.phrase("menu"));
            draft.offerMenu();
        }
        understood(draft);
        return true;
    }

    private static void understood(Draft draft) {
        draft.session = draft.session.withMisses(0);
    }
}
