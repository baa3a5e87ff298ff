package io.conserje.engine;

import io.conserje.engine.Session.Automatic;
import io.conserje.engine.Session.Phase;
import io.conserje.engine.Session.Stopped;
import io.conserje.engine.Session.WithPerson;
import io.conserje.model.Content;
import io.conserje.model.Filing;
import io.conserje.model.InboundMessage;
import io.conserje.model.MediaKind;
import io.conserje.model.Outgoing;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/** What the desk does, in the order in which it is asked. The list is the page of requirements. */
final class Rules {
    private final Lexicon lexicon;
    private final Understanding understanding;
    private final Instant now;

    Rules(Lexicon lexicon, Understanding understanding, Instant now) {
        this.lexicon = lexicon;
        this.understanding = understanding;
        this.now = now;
    }

    List<Rule> all() {
        return List.of(
                new Rule("takes the conversation back from a person", this::takesBack),
                new Rule("says what the business has to say", this::saysUnasked),
                new Rule("starts again when asked", this::startsAgain),
                new Rule("stays silent for who asked to stop", this::staysStopped),
                new Rule("stops when asked", this::stops),
                new Rule("stays silent while a person answers", this::leavesToPerson),
                new Rule("leaves reactions, edits and notices unanswered", this::needsNoAnswer),
                new Rule("says that a file was not kept", this::saysWhatWasNotKept),
                new Rule("hands over to a person when asked", this::handsOver),
                new Rule("answers from the profile", this::answers),
                new Rule("shows the menu when asked", this::showsMenu),
                new Rule("greets", this::greets),
                new Rule("takes thanks", this::takesThanks),
                new Rule("says once what it cannot do", this::saysWhatItCannot),
                new Rule(
                        "asks again, then offers a person, then hands over",
                        this::didNotUnderstand));
    }

    private boolean takesBack(Draft draft, InboundMessage message) {
        if (!(message.content() instanceof Content.HandBack)) {
            return false;
        }
        if (draft.session.phase() instanceof WithPerson) {
            draft.session = draft.session.withPhase(new Automatic());
        }
        return true;
    }

    /** Whether it may be said to this customer now is decided when it is sent. */
    private boolean saysUnasked(Draft draft, InboundMessage message) {
        if (message.content() instanceof Content.Occasion occasion) {
            draft.perform(new Effect.Send(occasion.say(), occasion.terms()));
            if (occasion.say() instanceof Outgoing.Ask ask) {
                draft.session = draft.session.withOffered(ask.options());
            }
            return true;
        }
        return false;
    }

    private boolean startsAgain(Draft draft, InboundMessage message) {
        if (!(draft.session.phase() instanceof Stopped) || !isWholly(message, Intents.START)) {
            return false;
        }
        draft.session = draft.session.withPhase(new Automatic());
        draft.say(draft.phrase("started"));
        draft.offerMenu();
        return true;
    }

    private boolean staysStopped(Draft draft, InboundMessage message) {
        return draft.session.phase() instanceof Stopped;
    }

    private boolean stops(Draft draft, InboundMessage message) {
        if (!isWholly(message, Intents.STOP)) {
            return false;
        }
        draft.session = draft.session.withPhase(new Stopped(now));
        draft.sayLast(draft.phrase("stopped"));
        return true;
    }

    private boolean leavesToPerson(Draft draft, InboundMessage message) {
        return draft.session.phase() instanceof WithPerson;
    }

    private boolean needsNoAnswer(Draft draft, InboundMessage message) {
        return switch (message.content()) {
            case Content.Reaction r -> true;
            case Content.Edit e -> true;
            case Content.Deletion d -> true;
            case Content.Notice n -> true;
            case Content.Reach r -> true;
            case Content.MarketingChoice m -> true;
            case Content.TemplateNews t -> true;
            default -> false;
        };
    }

    private boolean handsOver(Draft draft, InboundMessage message) {
        if (!wants(draft, message).contains(Intents.PERSON)) {
            return false;
        }
        handOver(draft, "handed-over", Effect.Reason.CUSTOMER_ASKED);
        return true;
    }

    private void handOver(Draft draft, String phrase, Effect.Reason reason) {
        Phase withPerson = new WithPerson(now);
        draft.session = draft.session.withPhase(withPerson);
        draft.say(draft.phrase(phrase));
        draft.offerNothing();
        draft.perform(new Effect.HandOver(reason));
    }

    private boolean answers(Draft draft, InboundMessage message) {
        List<Topic> asked =
                wants(draft, message).stream()
                        .flatMap(want -> draft.business.topic(want).stream())
                        .toList();
        if (asked.isEmpty()) {
            return false;
        }
        welcome(draft);
        asked.forEach(topic -> {
            draft.say(answer(draft, topic));
            topic.shows().forEach(draft::show);
        });
        draft.offerNothing();
        draft.session = draft.session.withMisses(0);
        return true;
    }

    private String answer(Draft draft, Topic topic) {
        String text = topic.answer().in(draft.language());
        if (!topic.id().equals(Business.HOURS)) {
            return text;
        }
        ZonedDateTime there = now.atZone(draft.business.zone());
        return text
                + "\n"
                + new HoursInWords(draft.phrases(), draft.language())
                        .tell(draft.business.hours(), there);
    }

    private boolean showsMenu(Draft draft, InboundMessage message) {
        if (!wants(draft, message).contains(Intents.MENU)) {
            return false;
        }
        draft.say(draft.phrase("menu"));
        draft.offerMenu();
        draft.session = draft.session.withGreeted().withMisses(0);
        return true;
    }

    private boolean greets(Draft draft, InboundMessage message) {
        if (!wants(draft, message).contains(Intents.GREET)) {
            return false;
        }
        draft.say(draft.phrase(draft.session.greeted() ? "greeting.again" : "greeting"));
        draft.offerMenu();
        draft.session = draft.session.withGreeted().withMisses(0);
        return true;
    }

    private boolean takesThanks(Draft draft, InboundMessage message) {
        if (!wants(draft, message).contains(Intents.THANKS)) {
            return false;
        }
        draft.say(draft.phrase("thanks"));
        draft.session = draft.session.withMisses(0);
        return true;
    }

    private boolean saysWhatItCannot(Draft draft, InboundMessage message) {
        String kind = beyondTheDesk(message.content());
        if (kind.isEmpty()) {
            return false;
        }
        if (!draft.session.told().contains(kind)) {
            welcome(draft);
            draft.session = draft.session.withTold(kind);
            draft.say(draft.phrase("cannot." + kind));
            draft.offerPerson();
        }
        return true;
    }

    /** A file that was not kept is told of each time: the customer believes that we have it. */
    private boolean saysWhatWasNotKept(Draft draft, InboundMessage message) {
        if (message.content() instanceof Content.Media media
                && media.filing() instanceof Filing.Refused refused) {
            welcome(draft);
            String cause = refused.cause().name().toLowerCase(Locale.ROOT).replace('_', '-');
            draft.say(draft.phrase("not-kept." + cause));
            return wants(draft, message).isEmpty();
        }
        return false;
    }

    private static String beyondTheDesk(Content content) {
        return switch (content) {
            case Content.Media media -> media.kind() == MediaKind.AUDIO ? "audio" : "media";
            case Content.Location l -> "location";
            case Content.ContactCards c -> "contacts";
            case Content.Order o -> "order";
            case Content.FormReply f -> "form";
            case Content.Unsupported u -> "unknown";
            default -> "";
        };
    }

    private boolean didNotUnderstand(Draft draft, InboundMessage message) {
        if (draft.missed) {
            return true;
        }
        draft.missed = true;
        int misses = draft.session.misses() + 1;
        welcome(draft);
        draft.session = draft.session.withMisses(misses);
        switch (misses) {
            case 1 -> {
                draft.say(draft.phrase("not-understood"));
                draft.offerMenu();
            }
            case 2 -> {
                draft.say(draft.phrase("not-understood.again"));
                draft.offerPerson();
            }
            default -> handOver(draft, "handed-over.lost", Effect.Reason.NOT_UNDERSTOOD);
        }
        return true;
    }

    /** Somebody who begins with a question is welcomed too, in a line before the answer. */
    private static void welcome(Draft draft) {
        if (!draft.session.greeted()) {
            draft.say(draft.phrase("welcome"));
            draft.session = draft.session.withGreeted();
        }
    }

    private List<String> wants(Draft draft, InboundMessage message) {
        return switch (message.content()) {
            case Content.Text text ->
                    draft.session
                            .numbered(text.body())
                            .map(option -> List.of(option.id()))
                            .orElseGet(() -> understanding.read(text.body()));
            case Content.Choice choice -> List.of(choice.id());
            case Content.Media media -> media.caption().map(understanding::read).orElse(List.of());
            default -> List.of();
        };
    }

    private boolean isWholly(InboundMessage message, String intent) {
        return switch (message.content()) {
            case Content.Text text ->
                    lexicon.words(intent).stream().anyMatch(Plain.of(text.body())::is);
            case Content.Choice choice ->
                    lexicon.words(intent).stream().anyMatch(Plain.of(choice.title())::is);
            default -> false;
        };
    }
}
