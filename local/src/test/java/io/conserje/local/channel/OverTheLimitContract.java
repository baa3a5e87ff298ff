package io.conserje.local.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.conserje.model.Capabilities;
import io.conserje.model.MediaKind;
import io.conserje.model.OptionLimits;
import io.conserje.model.Outgoing;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * One more than the capabilities say is refused by the provider: they promise neither too much nor
 * too little. A refusal is logged, so its reason repeats nothing of the message.
 */
interface OverTheLimitContract extends OnALine {
    String WORD = "zarzamora";

    @Test
    default void a_text_that_is_one_character_too_long_is_refused() {
        assertTooMuch(new Outgoing.Say(words(line().can().text() + 1)));
    }

    @Test
    default void a_question_that_is_one_character_too_long_is_refused() {
        assertRefused(
                new Outgoing.Ask(
                        words(line().can().question() + 1), "Elegir", AtTheLimit.options(2)));
    }

    @Test
    default void one_option_too_many_is_refused() {
        Capabilities can = line().can();
        int most = Math.max(can.buttons().most(), can.list().most());

        assertRefused(new Outgoing.Ask(WORD, "Elegir", AtTheLimit.options(most + 1)));
    }

    @Test
    default void the_id_of_an_option_that_is_one_byte_too_long_is_refused() {
        for (OptionLimits limits : tiers()) {
            assertRefused(ask(limits, limits.title(), limits.id() + 1));
        }
    }

    @Test
    default void the_title_of_an_option_that_is_one_character_too_long_is_refused() {
        for (OptionLimits limits : tiers()) {
            Outgoing.Ask ask = ask(limits, limits.title() + 1, limits.id());
            if (is(Known.TITLES_ARE_OURS_TO_LIMIT)) {
                line().somebody().gets(ask).accepted();
            } else {
                assertRefused(ask);
            }
        }
    }

    @Test
    default void the_opener_of_a_list_that_is_one_character_too_long_is_refused() {
        Capabilities can = line().can();
        if (can.list().most() == 0) {
            assertEquals(0, can.opener());
            return;
        }
        assertRefused(
                new Outgoing.Ask(
                        WORD,
                        words(can.opener() + 1),
                        AtTheLimit.options(can.buttons().most() + 1)));
    }

    private List<OptionLimits> tiers() {
        Capabilities can = line().can();
        if (is(Known.NO_BUTTONS)) {
            assertEquals(
                    List.of(OptionLimits.NONE, OptionLimits.NONE),
                    List.of(can.buttons(), can.list()));
            return List.of();
        }
        return can.list().most() > 0 ? List.of(can.buttons(), can.list()) : List.of(can.buttons());
    }

    /** With the fewest options that the tier is for. */
    private Outgoing.Ask ask(OptionLimits limits, int title, int id) {
        Capabilities can = line().can();
        int options = limits.equals(can.list()) ? can.buttons().most() + 1 : 1;
        return new Outgoing.Ask(
                WORD,
                "Elegir",
                IntStream.range(0, options)
                        .mapToObj(i -> new Outgoing.Option(i + "x".repeat(id - 1), words(title)))
                        .toList());
    }

    @Test
    default void a_caption_that_is_one_character_too_long_is_refused() {
        assertTooMuch(Sample.IMAGE.fromUs(Optional.of(words(line().can().caption() + 1))));
    }

    @Test
    default void a_picture_that_is_one_byte_too_large_is_refused() {
        long most = line().can().sends().getOrDefault(MediaKind.IMAGE, 0L);

        assertTooMuch(Sample.IMAGE.ofSize(Math.toIntExact(most) + 1));
    }

    /** Of exactly this length, in words. */
    private static String words(int length) {
        return (WORD + " ").repeat(length / WORD.length() + 1).substring(0, length - 1) + "x";
    }

    /** Of a length or a size. */
    private void assertTooMuch(Outgoing content) {
        if (!is(Known.LIMITS_ARE_OURS)) {
            assertRefused(content);
            return;
        }
        Customer ana = line().somebody();
        ana.gets(content).accepted();
        assertEquals(content.text(), ana.shown().text());
    }

    private void assertRefused(Outgoing content) {
        Customer ana = line().somebody();
        int before = ana.fromUs().size();

        String reason = ana.gets(content).rejected();

        assertFalse(reason.isBlank());
        assertFalse(reason.contains(WORD), reason);
        assertFalse(reason.contains(ana.number()), reason);
        assertEquals(before, ana.fromUs().size(), "it is shown all the same");
    }
}
