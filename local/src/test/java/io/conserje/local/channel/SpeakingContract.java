package io.conserje.local.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.emulator.PhoneLine;
import io.conserje.model.Content;
import io.conserje.model.MediaKind;
import io.conserje.model.OptionLimits;
import io.conserje.model.Outgoing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What keeps to the capabilities is taken, and shown as it was meant. */
interface SpeakingContract extends OnALine {

    @Test
    default void a_text_is_shown_as_it_was_written() {
        Customer ana = line().somebody();

        for (String text :
                List.of("Hola.", "*a* _b_ <i>c</i>\n\"d\" \\ https://e.example 👩‍👧 مرحبا")) {
            ana.gets(new Outgoing.Say(text)).accepted();
            assertEquals(text, ana.shown().text());
        }
    }

    @Test
    default void the_longest_text_is_taken_whole() {
        Customer ana = line().somebody();
        String longest = AtTheLimit.text(line().can().text());

        ana.gets(new Outgoing.Say(longest)).accepted();

        assertEquals(longest, ana.shown().text());
    }

    @Test
    default void one_option_and_as_many_as_there_are_buttons_are_shown_and_can_be_chosen() {
        OptionLimits buttons = line().can().buttons();
        if (is(Known.NO_BUTTONS)) {
            assertOnlyAsLines();
            return;
        }

        assertCanBeChosen(1, buttons);
        assertCanBeChosen(buttons.most(), buttons);
    }

    @Test
    default void as_many_options_as_a_list_holds_are_shown_and_can_be_chosen() {
        OptionLimits list = line().can().list();
        if (is(Known.NO_BUTTONS)) {
            assertEquals(OptionLimits.NONE, list);
            return;
        }
        int oneTooMany = line().can().buttons().most() + 1;
        if (list.most() == 0) {
            line().somebody().gets(AtTheLimit.ask(oneTooMany, line().can())).rejected();
            return;
        }

        assertCanBeChosen(oneTooMany, list);
        assertCanBeChosen(list.most(), list);
    }

    private void assertOnlyAsLines() {
        Customer ana = line().somebody();
        assertFalse(ana.gets(Doings.QUESTION).rejected().isBlank());
        ana.isAsked(Doings.QUESTION).accepted();

        assertEquals(List.of(), ana.shown().options());
        Doings.QUESTION
                .options()
                .forEach(each -> assertTrue(ana.shown().text().contains(each.title())));
    }

    private void assertCanBeChosen(int count, OptionLimits limits) {
        Customer ana = line().somebody();
        Outgoing.Ask ask = AtTheLimit.ask(count, line().can());
        assertEquals(limits.title(), ask.options().getFirst().title().length());

        ana.gets(ask).accepted();

        PhoneLine shown = ana.shown();
        assertEquals(ask.text(), shown.text());
        assertEquals(
                ask.options(),
                shown.options().stream()
                        .map(each -> new Outgoing.Option(each.id(), each.title()))
                        .toList());
        for (Outgoing.Option option : List.of(ask.options().getFirst(), ask.options().getLast())) {
            assertEquals(
                    new Content.Choice(option.id(), option.title()),
                    ana.chooses(option.id()).content());
        }
    }

    @Test
    default void every_kind_of_file_is_shown_with_its_caption() {
        Customer ana = line().somebody();
        Set<MediaKind> shown = new HashSet<>();

        for (Sample sample : Sample.values()) {
            int before = ana.fromUs().size();
            ana.gets(sample.fromUs(caption(sample))).accepted();

            assertEquals(before + 1, ana.fromUs().size(), sample::name);
            assertFalse(ana.shown().kind().isBlank(), sample::name);
            if (sample.hasCaption()) {
                assertEquals(caption(sample).orElseThrow(), ana.shown().text(), sample::name);
            }
            shown.add(sample.kind());
        }
        assertEquals(line().can().sends().keySet(), shown);
    }

    private Optional<String> caption(Sample sample) {
        return sample.hasCaption()
                ? Optional.of(AtTheLimit.text(line().can().caption()))
                : Optional.empty();
    }

    @Test
    default void a_picture_as_large_as_may_be_is_taken() {
        int most = Math.toIntExact(line().can().sends().getOrDefault(MediaKind.IMAGE, 0L));

        line().somebody().gets(Sample.IMAGE.ofSize(most)).accepted();
    }

    @Test
    default void a_place_is_shown_with_its_name_and_address() {
        assertTrue(line().can().places());
        Customer ana = line().somebody();

        ana.gets(new Outgoing.Place(8.98, -79.52, "Clínica", Optional.of("Calle 50"))).accepted();

        assertTrue(ana.shown().text().contains("Clínica"), ana.shown()::text);
        assertTrue(ana.shown().text().contains("Calle 50"), ana.shown()::text);
    }

    @Test
    default void a_place_without_an_address_is_shown_with_its_name() {
        Customer ana = line().somebody();

        ana.gets(new Outgoing.Place(8.98, -79.52, "Clínica", Optional.empty())).accepted();

        assertTrue(ana.shown().text().contains("8.98"), ana.shown()::text);
        assertEquals(
                !is(Known.BARE_PLACE_HAS_NO_NAME),
                ana.shown().text().contains("Clínica"),
                ana.shown()::text);
    }

    @Test
    default void one_card_or_two_are_shown_in_one_message() {
        assertTrue(line().can().cards());
        Customer ana = line().somebody();
        Content.Card luis = new Content.Card("Luis Pérez", List.of("+34600700800"));
        Content.Card eva = new Content.Card("Eva Ruiz", List.of("+34600700801", "+34600700802"));

        for (List<Content.Card> cards : List.of(List.of(luis), List.of(eva), List.of(luis, eva))) {
            int before = ana.fromUs().size();
            ana.gets(new Outgoing.Cards(cards)).accepted();

            assertEquals(before + 1, ana.fromUs().size());
            cards.forEach(card ->
                    assertTrue(ana.shown().text().contains(card.name()), ana.shown()::text));
        }
    }

    @Test
    default void many_messages_at_once_are_each_taken_under_a_name_of_their_own()
            throws InterruptedException, ExecutionException {
        List<Customer> customers = Stream.generate(line()::somebody).limit(20).toList();
        List<Future<String>> names = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Customer each : customers) {
                names.add(threads.submit(() -> each.gets(new Outgoing.Say("hola")).accepted()));
            }
        }

        Set<String> seen = new HashSet<>();
        for (Future<String> name : names) {
            assertFalse(name.get().isBlank());
            assertTrue(seen.add(name.get()), name::toString);
        }
    }
}
