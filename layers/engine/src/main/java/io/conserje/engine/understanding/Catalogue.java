package io.conserje.engine.understanding;

import io.conserje.engine.Plain;
import io.conserje.engine.booking.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the services that are named. "clase" alone fits every service that is called a class of
 * some kind.
 */
final class Catalogue {
    /** The last word of "check-up" is no kind of thing. */
    private static final int KIND = 3;

    private final Phrases<String> services = new Phrases<>();
    private final Set<String> words = new HashSet<>();

    Catalogue(List<Service> all) {
        Set<String> kinds = new HashSet<>();
        for (Service service : all) {
            kindOf(stems(service.name().es()), 0).ifPresent(kinds::add);
            kindOf(stems(service.name().en()), -1).ifPresent(kinds::add);
        }
        for (Service service : all) {
            List<String> names = new ArrayList<>(service.words());
            names.add(service.name().es());
            names.add(service.name().en());
            for (String name : names) {
                words.addAll(Phrases.split(Plain.of(name).text()));
                add(stems(name), service.id(), kinds);
            }
        }
    }

    private void add(List<String> name, String id, Set<String> kinds) {
        services.add(name, id);
        if (name.size() > 1) {
            for (String end : List.of(name.getFirst(), name.getLast())) {
                if (end.length() >= KIND && kinds.contains(end)) {
                    services.add(List.of(end), id);
                }
            }
        }
    }

    /** In Spanish the kind stands first, in English last: "clase de prueba", "trial class". */
    private static Optional<String> kindOf(List<String> name, int at) {
        if (name.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(at == 0 ? name.getFirst() : name.getLast());
    }

    private static List<String> stems(String name) {
        return Phrases.split(Plain.of(name).text()).stream().map(Stems::of).toList();
    }

    Set<String> words() {
        return words;
    }

    List<String> read(Utterance said) {
        List<String> stems = said.texts().stream().map(Stems::of).toList();
        Set<String> named = new LinkedHashSet<>();
        Set<String> fit = new LinkedHashSet<>();
        for (Phrases.Found<String> found : services.in(stems)) {
            if (said.isFree(found.at(), found.end())) {
                said.take(found.at(), found.end(), Utterance.SERVICE);
                (found.values().size() == 1 ? named : fit).addAll(found.values());
            }
        }
        return List.copyOf(named.isEmpty() ? fit : named);
    }
}
