package io.conserje.engine.fit;

import io.conserje.model.Capabilities;
import io.conserje.model.OptionLimits;
import io.conserje.model.Outgoing;
import io.conserje.model.Outgoing.Ask;
import io.conserje.model.Outgoing.File;
import io.conserje.model.Outgoing.Option;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A limit of the account that content breaks: it would be refused, so it is not sent.
 *
 * @param field names what is wrong and never holds its value, for example {@code title of option 2}
 * @param has how much there is
 * @param takes how much the account takes; 0 for what it does not take at all
 */
public record Breach(String field, long has, long takes) {

    private static final List<BiFunction<Ask, Capabilities, Optional<Breach>>> OF_QUESTIONS =
            List.of(
                    Breach::question,
                    Breach::options,
                    Breach::opener,
                    Breach::titles,
                    Breach::ids,
                    Breach::repeatedIds);

    /** The first limit that it breaks. */
    public static Optional<Breach> of(Outgoing content, Capabilities can) {
        return switch (content) {
            case Outgoing.Say say -> length("text", say.text(), can.text());
            case Ask ask ->
                    OF_QUESTIONS.stream()
                            .flatMap(rule -> rule.apply(ask, can).stream())
                            .findFirst();
            case File file -> file(file, can);
            case Outgoing.Place place -> can.places() ? Optional.empty() : not("place");
            case Outgoing.Cards cards -> can.cards() ? Optional.empty() : not("cards");
            case Outgoing.Templated templated ->
                    can.templates() ? Optional.empty() : not("template");
        };
    }

    private static Optional<Breach> file(File file, Capabilities can) {
        long most = can.sends().getOrDefault(file.kind(), 0L);
        return file.file().bytes() > most
                ? Optional.of(new Breach("bytes of the file", file.file().bytes(), most))
                : length("caption", file.text(), can.caption());
    }

    private static Optional<Breach> question(Ask ask, Capabilities can) {
        return length("text", ask.text(), can.question());
    }

    private static Optional<Breach> options(Ask ask, Capabilities can) {
        return over("options", ask.options().size(), tier(ask, can).most());
    }

    private static Optional<Breach> opener(Ask ask, Capabilities can) {
        return Fit.isList(can, ask.options().size())
                ? length("opener", ask.opener(), can.opener())
                : Optional.empty();
    }

    private static Optional<Breach> titles(Ask ask, Capabilities can) {
        return any(ask, "title", option -> (long) option.title().length(), tier(ask, can).title());
    }

    private static Optional<Breach> ids(Ask ask, Capabilities can) {
        return any(
                ask,
                "id",
                option -> (long) option.id().getBytes(StandardCharsets.UTF_8).length,
                tier(ask, can).id());
    }

    private static Optional<Breach> repeatedIds(Ask ask, Capabilities can) {
        long different = ask.options().stream().map(Option::id).distinct().count();
        return over("options with the same id", ask.options().size() - different + 1, 1);
    }

    private static OptionLimits tier(Ask ask, Capabilities can) {
        return Fit.tier(can, ask.options().size());
    }

    private static Optional<Breach> any(
            Ask ask, String field, Function<Option, Long> measure, int most) {
        return IntStream.range(0, ask.options().size())
                .mapToObj(i ->
                        over(
                                field + " of option " + (i + 1),
                                measure.apply(ask.options().get(i)),
                                most))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Breach> length(String field, String value, int most) {
        return over(field, value.length(), most);
    }

    private static Optional<Breach> over(String field, long has, long most) {
        return has > most ? Optional.of(new Breach(field, has, most)) : Optional.empty();
    }

    private static Optional<Breach> not(String field) {
        return Optional.of(new Breach(field, 1, 0));
    }

    /** For a log; what people read is made of the fields. */
    @Override
    public String toString() {
        return field + " is " + has + ": the account takes " + takes;
    }
}
