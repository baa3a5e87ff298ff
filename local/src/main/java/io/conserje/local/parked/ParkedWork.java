package io.conserje.local.parked;

import io.conserje.application.Conversations.Explained;
import io.conserje.application.ParkedMessages;
import io.conserje.application.Words;
import io.conserje.application.audit.Evidence.Parked;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DeadLetters;
import io.conserje.aws.DynamoConversations;
import io.conserje.aws.DynamoDirectory;
import io.conserje.aws.Env;
import io.conserje.aws.ParkedLog;
import io.conserje.aws.ParkedLog.Deed;
import io.conserje.aws.ParkedLog.Handled;
import io.conserje.aws.SqsOutboundQueue;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.ProjectId;
import io.conserje.model.TheOutsideWorld;
import io.conserje.wire.Wire;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Lists what waits for a person, sends it on its way again or discards it. Each step is safe to do
 * again: it is logged first, then done, and only then is it gone from the list.
 */
public final class ParkedWork {
    private static final int MOST = 10_000;

    private final DeadLetters letters;
    private final ParkedMessages messages;
    private final ParkedLog log;
    private final List<ProjectId> projects;
    private final Wire wire = new Wire();
    private final String person;
    private final InstantSource clock;

    /**
     * @param projects whose messages are looked at; dead letters are the whole stage's
     * @param person who does it, for the log
     */
    private ParkedWork(
            DeadLetters letters,
            ParkedMessages messages,
            ParkedLog log,
            List<ProjectId> projects,
            String person,
            InstantSource clock) {
        this.letters = letters;
        this.messages = messages;
        this.log = log;
        this.projects = List.copyOf(projects);
        this.person = person;
        this.clock = clock;
    }

    /** By the tables and queues that the variables name. */
    @TheOutsideWorld
    public static ParkedWork of(AwsClients clients, Env env, String person) {
        Wire wire = new Wire();
        InstantSource clock = InstantSource.system();
        ParkedMessages messages =
                new ParkedMessages(
                        new DynamoConversations(clients, env, wire, new SecureRandom()),
                        new SqsOutboundQueue(clients, env, wire),
                        Words.load());
        return new ParkedWork(
                new DeadLetters(clients, env),
                messages,
                new ParkedLog(clients, env),
                new DynamoDirectory(clients, env, wire, clock).projects(),
                person,
                clock);
    }

    /** Dead letters first. What is both is told once, as a letter. */
    public List<Waiting> list() {
        List<Waiting> all = new ArrayList<>();
        for (DeadLetters.Letter letter : letters.look()) {
            all.add(new Waiting.Letter(letter));
        }
        Set<OutboundId> told =
                all.stream()
                        .map(Waiting.Letter.class::cast)
                        .flatMap(letter -> letter.about().said().stream())
                        .collect(Collectors.toSet());
        for (ProjectId project : projects) {
            messages.list(project, MOST).stream()
                    .filter(one -> !told.contains(one.content().id()))
                    .map(Waiting.Message::new)
                    .forEach(all::add);
        }
        return all;
    }

    /** The latest first. */
    public List<Handled> handled(int most) {
        List<Handled> all = new ArrayList<>(log.latest(Optional.empty(), most));
        projects.forEach(project -> all.addAll(log.latest(Optional.of(project), most)));
        return all.stream()
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .limit(most)
                .toList();
    }

    /**
     * @param which of the ids in {@link #list}
     * @return how many were sent on their way
     */
    public int replay(Predicate<String> which) {
        Set<String> done = new HashSet<>();
        Instant now = clock.instant();
        letters.each(letter -> {
            // What still cannot be done may be back before this is over.
            if (letter.wasSentAgain(now) || !isMeant(letter.about(), which)) {
                return false;
            }
            note(Deed.REPLAYED, letter.about(), letter.body(), "");
            about(letter.about(), (project, id) -> messages.reopen(project, id, now));
            letters.resend(letter, now);
            return done.add(name(letter.about()));
        });
        for (OutboundMessage one : given(which, done)) {
            note(Deed.REPLAYED, parked(one), wire.write(one), "");
            if (messages.reopen(one.project(), one.id(), now)) {
                messages.send(one, now);
                done.add(one.id().toString());
            }
        }
        return done.size();
    }

    /**
     * @param which of the ids in {@link #list}
     * @return how many will not be done
     */
    public int discard(Predicate<String> which, String why) {
        Set<String> done = new HashSet<>();
        letters.each(letter -> {
            if (!isMeant(letter.about(), which)) {
                return false;
            }
            note(Deed.DISCARDED, letter.about(), letter.body(), why);
            about(
                    letter.about(),
                    (project, id) -> messages.discard(project, id, why, clock.instant()));
            return done.add(name(letter.about()));
        });
        for (OutboundMessage one : given(which, done)) {
            note(Deed.DISCARDED, parked(one), wire.write(one), why);
            if (messages.discard(one.project(), one.id(), why, clock.instant())) {
                done.add(one.id().toString());
            }
        }
        return done.size();
    }

    /** What was given up and is meant, unless it was in a dead letter, too. */
    private List<OutboundMessage> given(Predicate<String> which, Set<String> done) {
        return projects.stream()
                .flatMap(project -> messages.list(project, MOST).stream())
                .map(Explained::content)
                .filter(one -> which.test(one.id().toString()))
                .filter(one -> !done.contains(one.id().toString()))
                .toList();
    }

    private static String name(Parked letter) {
        return letter.said().map(OutboundId::toString).orElse(letter.id());
    }

    /** By its own id, or by that of the message of ours in it. */
    private static boolean isMeant(Parked letter, Predicate<String> which) {
        return which.test(letter.id())
                || letter.said().filter(id -> which.test(id.toString())).isPresent();
    }

    private interface OnMessage {
        boolean on(ProjectId project, OutboundId message);
    }

    private static void about(Parked letter, OnMessage what) {
        if (letter.project().isPresent() && letter.said().isPresent()) {
            what.on(letter.project().get(), letter.said().get());
        }
    }

    private static Parked parked(OutboundMessage message) {
        return new Parked(
                "outbound",
                message.id().toString(),
                "",
                Optional.of(message.project()),
                Optional.of(message.id().conversation()),
                Set.of(),
                Optional.of(message.id()));
    }

    private void note(Deed deed, Parked what, String body, String why) {
        log.add(new Handled(deed, what, body, why, person, clock.instant()));
    }
}
