package io.conserje.local.command;

import io.conserje.application.session.SessionState;
import io.conserje.application.session.SessionState.Shown;
import io.conserje.application.session.SessionState.State;
import io.conserje.application.session.Sessions;
import io.conserje.application.session.Sessions.Kind;
import io.conserje.application.session.Sessions.Wish;
import io.conserje.application.session.Stranded;
import io.conserje.aws.AwsClients;
import io.conserje.aws.DynamoSessions;
import io.conserje.aws.Env;
import io.conserje.model.TheOutsideWorld;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A WhatsApp Web session: linking it to its phone, and how it is. */
@Command(name = "whatsapp")
@TheOutsideWorld
final class WhatsApp {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Texts texts = Texts.ofSystem();

    @Command(name = "pair")
    int pair(
            @Mixin WhichSession which,
            @Option(names = "--phone", paramLabel = "DIGITS") Optional<String> phone) {
        Wish wish = wish(phone);
        return with(
                which,
                sessions -> {
                    state(sessions, which);
                    sessions.wish(which.session(), wish, Instant.now());
                    System.out.println(texts.say("whatsapp.asked"));
                    return watch(sessions, which, wish);
                });
    }

    private Wish wish(Optional<String> phone) {
        try {
            return new Wish(
                    UUID.randomUUID().toString(),
                    phone.isPresent() ? Kind.PAIR_CODE : Kind.PAIR_QR,
                    phone);
        } catch (IllegalArgumentException e) {
            throw new Mistake("--" + e.getMessage());
        }
    }

    @Command(name = "status")
    int status(@Mixin WhichSession which) {
        return with(
                which,
                sessions -> {
                    SessionState state = state(sessions, which);
                    print(state);
                    return state.state().isConnected() && !state.isSilent(Instant.now()) ? 0 : 1;
                });
    }

    @Command(name = "stranded")
    int stranded(
            @Mixin WhichSession which,
            @Option(names = "--hours", paramLabel = "HOURS", defaultValue = "24") int hours) {
        if (hours < 1) {
            throw new Mistake(texts.say("whatsapp.hours", hours));
        }
        Env env = which.env(texts);
        try (AwsClients clients = new AwsClients(env)) {
            Instant since = Instant.now().minus(Duration.ofHours(hours));
            List<Stranded> all = Standstill.of(which.session(), clients, env, since);
            new StrandedPage(texts).lines(all, hours).forEach(System.out::println);
            return 0;
        }
    }

    @Command(name = "logout")
    int logout(@Mixin WhichSession which) {
        return asked(which, Kind.LOGOUT);
    }

    @Command(name = "forget")
    int forget(@Mixin WhichSession which) {
        return asked(which, Kind.FORGET);
    }

    private int asked(WhichSession which, Kind kind) {
        return with(
                which,
                sessions -> {
                    state(sessions, which);
                    Wish wish = new Wish(UUID.randomUUID().toString(), kind, Optional.empty());
                    sessions.wish(which.session(), wish, Instant.now());
                    System.out.println(texts.say("whatsapp.asked"));
                    return 0;
                });
    }

    private interface Work {
        int on(Sessions sessions);
    }

    private int with(WhichSession which, Work work) {
        Env env = which.env(texts);
        if (env.get("SESSIONS_TABLE").filter(name -> !name.isBlank()).isEmpty()) {
            throw new Mistake(texts.say("whatsapp.none"));
        }
        try (AwsClients clients = new AwsClients(env)) {
            return work.on(new DynamoSessions(clients, env));
        }
    }

    private SessionState state(Sessions sessions, WhichSession which) {
        return sessions.state(which.session())
                .orElseThrow(() -> new Mistake(texts.say("whatsapp.unknown", which.session())));
    }

    /** Shows whatever there is to scan or to type, until it is linked or cannot be. */
    private int watch(Sessions sessions, WhichSession which, Wish wish) {
        Optional<State> told = Optional.empty();
        Optional<Shown> shown = Optional.empty();
        Instant until = Instant.now().plus(LONGEST);
        while (Instant.now().isBefore(until)) {
            SessionState state = state(sessions, which);
            Optional<Shown> now = state.qr().or(state::code);
            if (now.isPresent() && !now.equals(shown)) {
                show(state);
                shown = now;
            }
            if (told.filter(state.state()::equals).isEmpty()) {
                System.out.println(word(state.state()));
                told = Optional.of(state.state());
            }
            if (state.wish().filter(wish.id()::equals).isPresent()) {
                Optional<Integer> end = end(state.state());
                if (end.isPresent()) {
                    return end.get();
                }
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        System.out.println(texts.say("whatsapp.late", LONGEST.toMinutes()));
        return 1;
    }

    private static Optional<Integer> end(State state) {
        return switch (state) {
            case OPEN, RESTRICTED -> Optional.of(0);
            case PASSKEY_REQUIRED, BANNED, OUTDATED, REPLACED -> Optional.of(1);
            case STARTING, IDLE, PAIRING, CONNECTING, LOGGED_OUT, UNKNOWN -> Optional.empty();
        };
    }

    private void show(SessionState state) {
        state.qr()
                .ifPresent(qr -> {
                    Qr.lines(qr.text()).forEach(System.out::println);
                    System.out.println(texts.say("whatsapp.scan"));
                });
        state.code().ifPresent(code -> System.out.println(texts.say("whatsapp.code", code.text())));
    }

    private void print(SessionState state) {
        System.out.println(word(state.state()));
        if (state.isSilent(Instant.now())) {
            System.out.println(texts.say("whatsapp.silent", at(state.seen())));
        }
        state.phone().ifPresent(it -> System.out.println(texts.say("whatsapp.phone", it)));
        System.out.println(texts.say("whatsapp.since", at(state.since())));
        state.lastError().ifPresent(it -> System.out.println(texts.say("whatsapp.error", it)));
        state.restrictedUntil()
                .ifPresent(it -> System.out.println(texts.say("whatsapp.until", at(it))));
        System.out.println(
                texts.say(
                        "whatsapp.counts",
                        state.counts().getOrDefault("in", 0L),
                        state.counts().getOrDefault("out", 0L)));
    }

    private static String at(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String word(State state) {
        return word(texts, state);
    }

    static String word(Texts texts, State state) {
        return texts.say("whatsapp.state." + state.word());
    }
}
