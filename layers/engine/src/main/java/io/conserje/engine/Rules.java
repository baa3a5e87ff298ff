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
import java.util.List;
import java.util.Locale;

/** What the desk does, in the order in which it is asked. The list is the page of requirements. */
final class Rules {
    private final Lexicon lexicon;
    private final Instant now;
    private final Talk talk;

    Rules(Lexicon lexicon, Instant now) {
        this.lexicon = lexicon;
        this.now = now;
        this.talk = new Talk(lexicon, now);
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
                new Rule("takes what was chosen", talk::takesChoice),
                new Rule("answers from the profile", talk::answersFromTheProfile),
                new Rule("talks of appointments", talk::answers),
                new Rule("offers a person to who complains", talk::takesComplaint),
                new Rule("shows the menu when asked", talk::showsMenu),
                new Rule("greets", talk::greets),
                new Rule("takes thanks", talk::takesThanks),
                new Rule("says goodbye", talk::saysGoodbye),
                new Rule("asks what a yes or no is about", talk::takesYesOrNo),
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
        List<String> wants = Talk.wants(draft, message);
        boolean agrees = draft.session.isOfferedPerson() && talk.isYesAlone(draft, message);
        if (!wants.contains(Intents.PERSON) && !agrees) {
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

    private boolean saysWhatItCannot(Draft draft, InboundMessage message) {
        String kind = beyondTheDesk(message.content());
        if (kind.isEmpty()) {
            return false;
        }
        if (!draft.session.told().contains(kind)) {
            Talk.welcome(draft);
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
            Talk.welcome(draft);
            String cause = refused.cause().name().toLowerCase(Locale.ROOT).replace('_', '-');
            draft.say(draft.phrase("not-kept." + cause));
            return Talk.wants(draft, message).isEmpty();
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
        Talk.welcome(draft);
        draft.session = draft.session.withMisses(misses);
        switch (misses) {
            case 1 -> {
                if (draft.dialogue().isOpen()) {
                    draft.say(draft.phrase("not-understood.form"));
                    draft.dialogue().goOn();
                } else {
                    draft.say(draft.phrase("not-understood"));
                    draft.offerMenu();
                }
            }
            case 2 -> {
                draft.say(draft.phrase("not-understood.again"));
                draft.offerPerson();
            }
            default -> handOver(draft, "handed-over.lost", Effect.Reason.NOT_UNDERSTOOD);
        }
        return true;
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
