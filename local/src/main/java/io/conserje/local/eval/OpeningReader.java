package io.conserje.local.eval;

import io.conserje.local.eval.Dialogue.Opening;
import io.conserje.local.eval.Dialogue.Taken;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads how things stand when a dialogue begins. */
final class OpeningReader {
    private OpeningReader() {}

    static Optional<Opening> read(Yaml root) {
        Optional<String> project = root.need("project", Words::project);
        Optional<ZonedDateTime> now = root.need("now", ZonedDateTime::parse);
        String channel = root.or("channel", "whatsapp", OpeningReader::channel);
        List<Taken> booked = taken(root, "booked");
        List<Taken> mine = taken(root, "mine");
        return project.flatMap(
                id -> now.map(moment -> new Opening(id, channel, moment, booked, mine)));
    }

    private static String channel(String name) {
        if (!name.equals("whatsapp") && !name.equals("telegram")) {
            throw new IllegalArgumentException("'" + name + "' is neither whatsapp nor telegram");
        }
        return name;
    }

    private static List<Taken> taken(Yaml root, String name) {
        return root.each(name).stream().flatMap(OpeningReader::taken).toList();
    }

    /** One booking, or one every so often until a time. */
    private static Stream<Taken> taken(Yaml one) {
        one.only("service", "professional", "start", "until", "every", "party", "name");
        Optional<String> service = one.need("service", text -> text);
        Optional<String> professional = one.need("professional", text -> text);
        Optional<LocalDateTime> start = one.need("start", LocalDateTime::parse);
        if (service.isEmpty() || professional.isEmpty() || start.isEmpty()) {
            return Stream.empty();
        }
        LocalDateTime until =
                one.or("until", start.get().plus(Duration.ofMinutes(1)), LocalDateTime::parse);
        Duration every = Duration.ofMinutes(one.or("every", 30, Integer::parseInt));
        int party = one.or("party", 1, Integer::parseInt);
        String who = one.or("name", "Marta Gil", text -> text);
        return Stream.iterate(start.get(), at -> at.isBefore(until), at -> at.plus(every))
                .map(at -> new Taken(service.get(), professional.get(), at, party, who));
    }
}
