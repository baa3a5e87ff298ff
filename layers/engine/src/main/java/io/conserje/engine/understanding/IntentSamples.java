package io.conserje.engine.understanding;

import io.conserje.engine.Bilingual;
import io.conserje.engine.Business;
import io.conserje.engine.Lexicon;
import io.conserje.engine.OpeningHours;
import io.conserje.engine.booking.Appointments;
import io.conserje.engine.booking.BookingPolicy;
import io.conserje.engine.booking.Professional;
import io.conserje.engine.booking.Service;
import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.model.Language;
import io.conserje.model.ProjectId;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes samples of sentences, seen as they will be when they are read. In a sentence, {@code
 * Xservice} stands for any service and {@code Xperson} for anybody who works there.
 */
public final class IntentSamples {
    private static final Hearing HEARING =
            new Hearing(
                    ZonedDateTime.of(2026, 1, 7, 10, 0, 0, 0, ZoneOffset.UTC),
                    Language.ES,
                    Asked.NOTHING);

    private final NaturalLanguage reader;

    private IntentSamples(NaturalLanguage reader) {
        this.reader = reader;
    }

    /**
     * @param lines labels joined by +, a tab, the language, a tab, the sentence; a line that begins
     *     with # is none
     */
    public static List<IntentTraining.Sample> of(Lexicon lexicon, List<String> lines) {
        List<String[]> rows =
                lines.stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split("\t", 3))
                        .toList();
        Set<String> taught = new HashSet<>();
        rows.forEach(row -> Tokens.of(row[2]).forEach(word -> taught.add(word.text())));
        IntentSamples samples =
                new IntentSamples(
                        new NaturalLanguage(lexicon, IntentModel.none(), anyBusiness(), taught));
        return rows.stream().map(row -> samples.sample(row[0], row[2])).toList();
    }

    private IntentTraining.Sample sample(String labels, String sentence) {
        Utterance said = reader.seen(sentence, HEARING);
        return new IntentTraining.Sample(
                Set.of(labels.split("\\+")), IntentFeatures.of(said.terms(), said.isQuestion()));
    }

    private static Business anyBusiness() {
        Bilingual name = new Bilingual("Xbusiness", "Xbusiness");
        Service service =
                new Service(
                        "service",
                        new Bilingual("Xservice", "Xservice"),
                        List.of(),
                        Duration.ofHours(1),
                        Duration.ZERO,
                        Duration.ofHours(1),
                        1,
                        Optional.empty());
        OpeningHours closed = new OpeningHours(Map.of());
        Professional person =
                new Professional(
                        "person", "Xperson", List.of(), Set.of(), Set.of(), closed, List.of());
        return new Business(
                        new ProjectId("training"),
                        name,
                        Language.ES,
                        ZoneOffset.UTC,
                        closed,
                        List.of())
                .with(
                        new Appointments(
                                List.of(service),
                                List.of(person),
                                List.of(),
                                BookingPolicy.usual()));
    }
}
