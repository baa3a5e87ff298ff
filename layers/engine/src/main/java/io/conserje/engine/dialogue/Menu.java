package io.conserje.engine.dialogue;

import io.conserje.engine.booking.Service;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what can be booked and with whom. */
final class Menu {
    private final Floor floor;

    Menu(Floor floor) {
        this.floor = floor;
    }

    void services() {
        floor.tell(
                "services",
                Map.of(
                        "list",
                        floor.appointments().services().stream()
                                .map(this::line)
                                .collect(Collectors.joining("\n"))));
        floor.ask(
                floor.phrase("book.ask.service", Map.of()),
                new Choices(floor)
                        .services(
                                floor.appointments().services().stream()
                                        .map(Service::id)
                                        .toList()));
    }

    String line(Service service) {
        String length = new Refusals(floor).length(service.length());
        String name = service.name().in(floor.language());
        return service.price()
                .map(price -> "• " + name + ": " + price.in(floor.language()) + " (" + length + ")")
                .orElse("• " + name + " (" + length + ")");
    }

    void professionals() {
        floor.tell(
                "professionals",
                Map.of(
                        "list",
                        floor.appointments().professionals().stream()
                                .map(one ->
                                        "• "
                                                + one.name()
                                                + ": "
                                                + one.services().stream()
                                                        .sorted()
                                                        .flatMap(id ->
                                                                floor
                                                                        .appointments()
                                                                        .service(id)
                                                                        .stream())
                                                        .map(it ->
                                                                it.name()
                                                                        .in(floor.language())
                                                                        .toLowerCase(
                                                                                floor.language()
                                                                                        .locale()))
                                                        .collect(Collectors.joining(", ")))
                                .collect(Collectors.joining("\n"))));
    }
}
