package io.conserje.engine.send;

import io.conserje.model.Content.Card;
import io.conserje.model.MediaFile;
import io.conserje.model.MediaKind;
import io.conserje.model.Outgoing;
import io.conserje.model.Outgoing.Ask;
import io.conserje.model.Outgoing.Option;
import io.conserje.model.Outgoing.Say;
import io.conserje.model.Outgoing.Templated;
import io.conserje.model.Template;
import io.conserje.model.TemplateUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What is said in the histories: things that fit everywhere, somewhere and nowhere. */
final class Samples {
    static final List<Template> TEMPLATES =
            List.of(
                    template("cita", Template.Category.UTILITY, "Hola {{nombre}}, a las {{hora}}."),
                    template("oferta", Template.Category.MARKETING, "{{nombre}}, ¡hay oferta!"),
                    template("recibo", Template.Category.UTILITY, "Su recibo.", "Ver", "Pagar"));

    /** Those that fit their template come first. */
    static final List<TemplateUse> USES =
            List.of(
                    use("cita", Map.of("nombre", "Ana", "hora", "9:00")),
                    use("oferta", Map.of("nombre", "Ana")),
                    use("recibo", Map.of(), "see", "pay"),
                    use("cita", Map.of("nombre", "Ana")),
                    use("cita", Map.of("nombre", " ", "hora", "9:00")),
                    use("cita", Map.of("nombre", "Ana\nRuiz", "hora", "9:00")),
                    use("cita", Map.of("nombre", "Ana     Ruiz", "hora", "9:00")),
                    use("cita", Map.of("nombre", "Ana", "hora", "9:00", "doctora", "Ruiz")),
                    use("recibo", Map.of(), "see"),
                    use("nadie", Map.of()));

    private static final int FITTING = 3;

    static final List<Outgoing> PLAIN =
            List.of(
                    new Say("Le esperamos mañana."),
                    new Say("¡Gracias!".repeat(17)),
                    ask(2, i -> "option-" + i),
                    new Outgoing.Place(40.4, -3.7, "Clínica", Optional.of("Calle 50")),
                    new Outgoing.Cards(List.of(new Card("Dra. Ruiz", List.of("+507 1234")))));

    static final List<Outgoing> UNUSUAL = unusual();

    private Samples() {}

    private static List<Outgoing> unusual() {
        List<Outgoing> all = new ArrayList<>(PLAIN);
        all.add(new Say("palabra ".repeat(21).strip()));
        all.add(new Say("palabra ".repeat(50).strip()));
        all.add(ask(5, i -> "option-" + i));
        all.add(ask(10, i -> "option-" + i));
        all.add(ask(12, i -> "option-" + i));
        all.add(ask(2, i -> "option-" + "x".repeat(300) + i));
        all.add(ask(2, i -> "same"));
        all.add(new Ask("¿Cuál? ".repeat(15).strip(), "Ver", ask(2, i -> "o" + i).options()));
        all.add(new Outgoing.Place(40.4, -3.7, "Clínica", Optional.of("Calle ".repeat(20))));
        all.add(file(MediaKind.IMAGE, 1_000, Optional.of("La entrada")));
        all.add(file(MediaKind.IMAGE, 9_000_000, Optional.empty()));
        all.add(file(MediaKind.IMAGE, 900_000_000, Optional.empty()));
        all.add(file(MediaKind.AUDIO, 200_000_000, Optional.empty()));
        all.add(file(MediaKind.DOCUMENT, 1_000, Optional.of("largo ".repeat(10))));
        USES.forEach(use -> all.add(new Templated(use, "Hola.")));
        return List.copyOf(all);
    }

    /** Mostly one that fits its template. */
    static TemplateUse use(SplittableRandom random) {
        return USES.get(random.nextInt(random.nextBoolean() ? FITTING : USES.size()));
    }

    private static Ask ask(int options, IntFunction<String> id) {
        return new Ask(
                "¿A qué hora?",
                "Ver todas las horas libres",
                IntStream.rangeClosed(1, options)
                        .mapToObj(i -> new Option(id.apply(i), "A las " + i + " en punto, mañana"))
                        .toList());
    }

    private static Outgoing file(MediaKind kind, long bytes, Optional<String> caption) {
        return new Outgoing.File(
                kind,
                new MediaFile("demo/x", "image/jpeg", bytes, "0".repeat(64)),
                Optional.empty(),
                caption,
                false);
    }

    private static Template template(
            String name, Template.Category category, String body, String... buttons) {
        return new Template(
                name,
                "es",
                category,
                body,
                List.of(buttons),
                Template.Status.APPROVED,
                Optional.empty());
    }

    private static TemplateUse use(String name, Map<String, String> values, String... buttonIds) {
        return new TemplateUse(name, "es", values, List.of(buttonIds));
    }
}
