package io.conserje.local.project;

import io.conserje.engine.Bilingual;
import io.conserje.engine.booking.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what can be booked. */
final class ServicesReader {
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration USUAL_STEP = Duration.ofMinutes(30);

    private final Ids ids;
    private final Map<String, Place> places = new LinkedHashMap<>();

    /**
     * @param ids those that topics have, too
     */
    ServicesReader(Ids ids) {
        this.ids = ids;
    }

    List<Service> read(Fields root) {
        List<Service> services = new ArrayList<>();
        root.each("services").forEach(fields -> service(fields).ifPresent(services::add));
        return services;
    }

    /** Every service that the file names, be it at fault or not. */
    Map<String, Place> places() {
        return places;
    }

    private Optional<Service> service(Fields fields) {
        fields.only("id", "name", "words", "length", "buffer", "step", "capacity", "price");
        Optional<String> id = ids.read(fields);
        id.ifPresent(it -> places.putIfAbsent(it, fields.place()));
        Optional<Bilingual> name = fields.bilingual("name");
        List<String> words = fields.texts("words");
        Optional<Duration> length = fields.value("length", Lengths.between(SHORTEST, LONGEST));
        Optional<Duration> buffer =
                fields.value("buffer", Duration.ZERO, Lengths.between(Duration.ZERO, LONGEST));
        Optional<Duration> step =
                fields.value("step", USUAL_STEP, Lengths.between(SHORTEST, LONGEST));
        Optional<Integer> capacity = fields.value("capacity", 1, Numbers.between(1, 500));
        Optional<Bilingual> price =
                fields.has("price") ? fields.bilingualOrOne("price") : Optional.empty();
        if (id.isEmpty()
                || name.isEmpty()
                || length.isEmpty()
                || buffer.isEmpty()
                || step.isEmpty()
                || capacity.isEmpty()) {
            return Optional.empty();
        }
        return fields.made(
                fields.place(),
                () ->
                        new Service(
                                id.get(),
                                name.get(),
                                words,
                                length.get(),
                                buffer.get(),
                                step.get(),
                                capacity.get(),
                                price));
    }
}
