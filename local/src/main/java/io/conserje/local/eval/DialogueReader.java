package io.conserje.local.eval;

import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.local.eval.Dialogue.Act;
import io.conserje.local.eval.Dialogue.Expected;
import io.conserje.local.eval.Dialogue.Line;
import io.conserje.model.Language;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a file of {@code eval/dialogues/}. */
final class DialogueReader {
    private static final int USUAL_TURNS = 12;

    private DialogueReader() {}

    static Optional<Dialogue> read(String text, Path file, Language language, Faults faults) {
        return Yaml.of(text, file, faults).flatMap(root -> dialogue(root, language));
    }

    private static Optional<Dialogue> dialogue(Yaml root, Language language) {
        root.only(
                "id",
                "about",
                "part",
                "project",
                "channel",
                "now",
                "booked",
                "mine",
                "lines",
                "answers",
                "summary",
                "last-reply",
                "bookings",
                "log",
                "turns-at-most");
        Optional<String> id = root.need("id", text -> text);
        Optional<Part> part = root.need("part", Part::of);
        Optional<Dialogue.Opening> opening = OpeningReader.read(root);
        List<Line> lines = lines(root);
        Map<Asked, Act> answers = answers(root);
        List<Expected> bookings = bookings(root);
        if (id.isEmpty() || part.isEmpty() || opening.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Dialogue(
                        id.get(),
                        language,
                        part.get(),
                        opening.get(),
                        lines,
                        answers,
                        root.texts("summary"),
                        root.texts("last-reply"),
                        bookings,
                        root.texts("log"),
                        root.or("turns-at-most", USUAL_TURNS, Integer::parseInt)));
    }

    private static List<Line> lines(Yaml root) {
        if (root.each("lines").isEmpty()) {
            root.fault("'lines' is missing: what does the customer say?");
        }
        return root.each("lines").stream().flatMap(line -> line(line).stream()).toList();
    }

    private static Optional<Line> line(Yaml line) {
        if (!line.isText()) {
            line.only("say", "repeat", "burst", "choose", "tap", "wait", "when", "expect", "not");
        }
        Optional<Asked> when = line.get("when").flatMap(word -> word.as(Words::asked));
        return ActReader.read(line)
                .map(act -> new Line(act, when, line.texts("expect"), line.texts("not")));
    }

    private static Map<Asked, Act> answers(Yaml root) {
        Map<Asked, Act> answers = new EnumMap<>(Asked.class);
        root.get("answers").stream()
                .flatMap(map -> map.names().stream().flatMap(name -> answer(map, name)))
                .forEach(one -> answers.put(one.getKey(), one.getValue()));
        return answers;
    }

    private static Stream<Map.Entry<Asked, Act>> answer(Yaml map, String name) {
        Optional<Asked> asked = Optional.empty();
        try {
            asked = Optional.of(Words.asked(name));
        } catch (IllegalArgumentException e) {
            map.fault(String.valueOf(e.getMessage()));
        }
        Optional<Act> act = map.get(name).flatMap(ActReader::read);
        return asked.flatMap(one -> act.map(what -> Map.entry(one, what))).stream();
    }

    private static List<Expected> bookings(Yaml root) {
        if (root.get("bookings").isEmpty()) {
            root.fault("'bookings' is missing: write [] when there is to be none");
        }
        return root.each("bookings").stream().flatMap(one -> booking(one).stream()).toList();
    }

    private static Optional<Expected> booking(Yaml one) {
        one.only("service", "professional", "start", "party", "name");
        Optional<String> service = one.need("service", text -> text);
        Optional<List<String>> starts =
                one.need("start", text -> Stream.of(text.split("\\|")).map(String::strip).toList());
        return service.flatMap(what ->
                starts.map(times ->
                        new Expected(
                                what,
                                one.get("professional").flatMap(who -> who.as(text -> text)),
                                times,
                                one.or("party", 1, Integer::parseInt),
                                one.get("name").flatMap(who -> who.as(text -> text)))));
    }
}
