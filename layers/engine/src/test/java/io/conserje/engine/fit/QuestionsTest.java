package io.conserje.engine.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.model.Outgoing;
import io.conserje.model.Outgoing.Ask;
import io.conserje.model.Outgoing.Option;
import io.conserje.model.Outgoing.Say;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    @Test
    void aShortQuestionStaysAsItIs() {
        assertEquals(List.of(Accounts.ask(3)), fit(Accounts.ask(3)));
        assertEquals(List.of(Accounts.ask(10)), fit(Accounts.ask(10)));
    }

    @Test
    void aLongQuestionIsSaidFirstAndAskedLast() {
        String said = "Le explico cada tratamiento. ".repeat(100).strip();
        String asked = "¿Cuál prefiere?";

        List<Outgoing> parts = fit(new Ask(said + " " + asked, "Ver", Accounts.ask(2).options()));

        assertEquals(2, parts.size());
        assertInstanceOf(Say.class, parts.getFirst());
        Ask last = assertInstanceOf(Ask.class, parts.getLast());
        assertEquals(said + " " + asked, parts.getFirst().text() + " " + last.text());
        assertEquals(true, last.text().endsWith(asked));
    }

    @Test
    void moreThanTenOptionsGoOnInAFurtherQuestion() {
        Ask many = Accounts.ask(24);

        List<Outgoing> parts = fit(many);

        assertEquals(
                List.of(10, 10, 4),
                parts.stream().map(part -> ((Ask) part).options().size()).toList());
        assertEquals(
                many.options(),
                parts.stream().flatMap(part -> ((Ask) part).options().stream()).toList());
        assertEquals(List.of(many.text()), parts.stream().map(Outgoing::text).distinct().toList());
    }

    @Test
    void aTitleIsShorterOnAButtonThanInAList() {
        String title = "Limpieza dental y revisión completa";

        assertEquals("Limpieza dental y r…", firstTitle(List.of(title)));
        assertEquals("Limpieza dental y revis…", firstTitle(List.of(title, "b", "c", "d")));
    }

    @Test
    void aTitleIsNotCutInsideAnEmoji() {
        assertEquals("Cita con la Dra 1…", firstTitle(List.of("Cita con la Dra 1👩🏽‍⚕️ mañana")));
    }

    @Test
    void titlesThatWouldReadTheSameAreNumbered() {
        assertEquals(
                List.of("Limpieza facial pro…", "Limpieza facial p… 2", "Sí"),
                titles(
                        "Limpieza facial profunda con vapor",
                        "Limpieza facial profunda exprés",
                        "Sí"));
        assertEquals(List.of("Sí", "Sí 2"), titles("Sí", "Sí"));
    }

    @Test
    void theOpenerOfAListIsShortened() {
        Ask ask = new Ask("¿Cuál?", "Ver todas las horas libres", Accounts.ask(5).options());

        assertEquals("Ver todas las horas…", ((Ask) fit(ask).getFirst()).opener());
    }

    private static String firstTitle(List<String> titles) {
        return titles(titles.toArray(String[]::new)).getFirst();
    }

    private static List<String> titles(String... titles) {
        List<Option> options = Stream.of(titles).map(title -> new Option(title, title)).toList();
        Ask fitted = (Ask) fit(new Ask("¿Cuál?", "Ver", options)).getLast();
        return fitted.options().stream().map(Option::title).toList();
    }

    private static List<Outgoing> fit(Outgoing content) {
        return Fit.fit(content, Accounts.WHATSAPP);
    }
}
