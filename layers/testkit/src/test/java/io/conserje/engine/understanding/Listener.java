package io.conserje.engine.understanding;

import io.conserje.application.Words;
import io.conserje.engine.Bilingual;
import io.conserje.engine.Business;
import io.conserje.engine.OpeningHours;
import io.conserje.engine.booking.Appointments;
import io.conserje.engine.booking.BookingPolicy;
import io.conserje.engine.booking.Professional;
import io.conserje.engine.booking.Service;
import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.model.Language;
import io.conserje.testkit.Businesses;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads for a clinic that also gives classes, on a Wednesday morning. */
final class Listener {
    private static final NaturalLanguage READER = of(Words.load());

    private Listener() {}

    static NaturalLanguage of(Words words) {
        return new NaturalLanguage(words.lexicon(), words.intents(), business());
    }

    static Reading hear(String text) {
        return hear(text, Asked.NOTHING);
    }

    static Reading hear(String text, Asked asked) {
        return READER.read(text, hearing(asked));
    }

    static Hearing hearing(Asked asked) {
        ZonedDateTime now = ZonedDateTime.of(2026, 3, 11, 10, 0, 0, 0, Businesses.ZONE);
        return new Hearing(now, Language.ES, asked);
    }

    private static Business business() {
        return Businesses.clinic()
                .with(
                        new Appointments(
                                List.of(
                                        service(
                                                "cleaning",
                                                "Limpieza dental",
                                                "Dental cleaning",
                                                "limpieza",
                                                "cleaning"),
                                        service("checkup", "Revisión", "Check-up", "chequeo"),
                                        service("filling", "Empaste", "Filling", "caries"),
                                        service("private", "Clase particular", "Private lesson"),
                                        service("trial", "Clase de prueba", "Trial class")),
                                List.of(
                                        person("ruiz", "Dra. Elena Ruiz"),
                                        person("vidal", "Dr. Marc Vidal"),
                                        person("soto", "Lucía Soto")),
                                List.of(),
                                BookingPolicy.usual()));
    }

    private static Service service(String id, String es, String en, String... words) {
        return new Service(
                id,
                new Bilingual(es, en),
                List.of(words),
                Duration.ofMinutes(30),
                Duration.ZERO,
                Duration.ofMinutes(30),
                1,
                Optional.empty());
    }

    private static Professional person(String id, String name) {
        return new Professional(
                id, name, List.of(), Set.of(), Set.of(), new OpeningHours(Map.of()), List.of());
    }
}
