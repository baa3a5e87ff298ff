package io.conserje.local.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.emulator.Gesture;
import io.conserje.local.emulator.Refused;
import io.conserje.local.emulator.journal.EmulatorJson;
import io.conserje.model.Content;
import io.conserje.model.Filing;
import io.conserje.model.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a customer does, in our words. */
interface HearingContract extends OnALine {

    @Test
    default void a_customer_is_known_by_the_providers_name_of_them_and_shows_a_name() {
        Customer ana = line().stranger();
        line().emulator().phone().rename(ana.number(), "Ana García 🙂");

        Heard heard = ana.says("hola");

        assertEquals(line().emulator().contactKey(ana.number()), heard.contact().key());
        assertEquals(Optional.of("Ana García 🙂"), heard.contact().name());
    }

    @Test
    default void what_is_said_is_heard_as_it_was_said() {
        Customer ana = line().somebody();

        for (String text :
                List.of("hola", "¿Qué tal?\nBien 👩‍👧 \"así\" / <b> \\ مرحبا", "/start")) {
            assertEquals(new Content.Text(text), ana.says(text).content());
        }
    }

    @Test
    default void a_choice_tells_what_was_chosen_and_of_which_question() {
        Customer ana = line().somebody();
        if (is(Known.NO_BUTTONS)) {
            ana.isAsked(Doings.QUESTION).accepted();
            assertThrows(Refused.class, () -> ana.chooses("no"));
            assertEquals(new Content.Text("2"), ana.says("2").content());
            return;
        }
        String question = ana.gets(Doings.QUESTION).accepted();

        Heard chosen = ana.chooses("no");

        assertEquals(new Content.Choice("no", "No"), chosen.content());
        assertEquals(Optional.of(new MessageId(question)), chosen.message().quotes());
    }

    @Test
    default void a_choice_is_dated_when_it_was_made() {
        Customer ana = line().somebody();
        Instant asked = line().now();
        ana.isAsked(Doings.QUESTION).accepted();
        line().passes(Duration.ofSeconds(90));

        Heard chosen = is(Known.NO_BUTTONS) ? ana.says("1") : ana.chooses("yes");
        Instant made = chosen.message().sentAt();

        assertEquals(is(Known.CHOICE_HAS_NO_TIME) ? asked : line().now(), made);
    }

    @Test
    default void an_answer_tells_what_it_answers() {
        Customer ana = line().somebody();
        String question = ana.isAsked(Doings.QUESTION).accepted();

        Heard answer =
                ana.does(
                        new Gesture.Raw(
                                line().words().answering(ana.shown().id(), "mejor el jueves")));

        assertEquals(new Content.Text("mejor el jueves"), answer.content());
        assertEquals(Optional.of(new MessageId(question)), answer.message().quotes());
    }

    @Test
    default void a_file_is_named_and_not_fetched() {
        Customer ana = line().somebody();
        for (Sample sample : Sample.values()) {
            Optional<String> caption =
                    sample.hasCaption() ? Optional.of("mira 🙂") : Optional.empty();

            Content.Media media =
                    assertInstanceOf(
                            Content.Media.class,
                            ana.does(sample.fromCustomer(caption.orElse(null))).content());

            assertEquals(sample.kind(), media.kind(), sample::name);
            assertEquals(sample == Sample.VOICE, media.voice(), sample::name);
            assertEquals(caption, media.caption(), sample::name);
            assertEquals(new Filing.AtProvider(), media.filing(), sample::name);
            assertTrue(media.mediaType().matches("[a-z]+/[a-z0-9.+-]+.*"), media::mediaType);
        }
    }

    @Test
    default void a_document_keeps_the_name_and_the_type_that_it_came_with() {
        Content.Media document =
                (Content.Media)
                        line().somebody().does(Sample.DOCUMENT.fromCustomer(null)).content();

        assertEquals(Optional.of("cita.pdf"), document.fileName());
        assertEquals("application/pdf", document.mediaType());
    }

    @Test
    default void a_place_is_a_point_with_a_name_where_there_is_one() {
        Customer ana = line().somebody();

        assertEquals(
                new Content.Location(8.98, -79.52, Optional.empty(), Optional.empty()),
                ana.does(new Gesture.Location(8.98, -79.52, null, null)).content());
        assertEquals(
                new Content.Location(-33.4, 0.0, Optional.of("Clínica"), Optional.empty()),
                ana.does(new Gesture.Location(-33.4, 0.0, "Clínica", null)).content());
        assertEquals(
                new Content.Location(8.98, -79.52, Optional.of("Casa"), Optional.of("Calle 50")),
                ana.does(new Gesture.Location(8.98, -79.52, "Casa", "Calle 50")).content());
    }

    @Test
    default void a_card_is_a_name_with_its_number() {
        assertEquals(
                new Content.ContactCards(
                        List.of(new Content.Card("Luis Pérez Ruiz", List.of("+34 600 700 800")))),
                line().somebody()
                        .does(new Gesture.Card("Luis Pérez Ruiz", "+34 600 700 800"))
                        .content());
    }

    @Test
    default void an_edit_tells_what_it_replaces_and_is_a_message_of_its_own() {
        Customer ana = line().somebody();
        Heard said = ana.says("el lunes");

        Heard edited = ana.does(new Gesture.Edit(said.line().id(), "el martes"));
        Heard again = ana.does(new Gesture.Edit(said.line().id(), "el jueves"));

        assertEquals(new Content.Edit(said.id(), new Content.Text("el martes")), edited.content());
        assertEquals(3, List.of(said.id(), edited.id(), again.id()).stream().distinct().count());
    }

    @Test
    default void a_reaction_tells_to_what_and_may_be_taken_back() {
        Customer ana = line().somebody();
        MessageId question = new MessageId(ana.isAsked(Doings.QUESTION).accepted());
        String shown = ana.shown().id();

        assertEquals(
                new Content.Reaction(question, Optional.of("👍")),
                ana.does(new Gesture.React(shown, "👍")).content());
        assertEquals(
                new Content.Reaction(question, Optional.empty()),
                ana.does(new Gesture.React(shown, "")).content());
    }

    @Test
    default void blocking_us_and_letting_us_in_again_is_told() {
        Customer ana = line().somebody();

        Heard blocked = ana.does(new Gesture.Block(true));
        Heard back = ana.does(new Gesture.Block(false));

        if (is(Known.BLOCKING_IS_NOT_TOLD)) {
            assertEquals(List.of(), blocked.told());
            assertEquals(List.of(), back.told());
            return;
        }
        assertEquals(new Content.Reach(false), blocked.content());
        assertEquals(new Content.Reach(true), back.content());
        assertEquals(ana.contact().key(), back.contact().key());
    }

    @Test
    default void whether_marketing_is_welcome_is_told() {
        Customer ana = line().somebody();
        if (is(Known.NO_MARKETING_CHOICE)) {
            assertThrows(Refused.class, () -> ana.does(new Gesture.Marketing(false)));
            return;
        }

        Heard unwanted = ana.does(new Gesture.Marketing(false));
        Heard welcome = ana.does(new Gesture.Marketing(true));

        assertEquals(new Content.MarketingChoice(false), unwanted.content());
        assertEquals(new Content.MarketingChoice(true), welcome.content());
        assertEquals(ana.contact().key(), unwanted.contact().key());
    }

    @Test
    default void what_nobody_knows_is_kept_whole_in_its_conversation()
            throws JsonProcessingException {
        JsonNode hologram = line().words().hologram();
        Customer ana = line().somebody();

        Heard heard = ana.does(new Gesture.Raw(hologram));

        Content.Unsupported kept = assertInstanceOf(Content.Unsupported.class, heard.content());
        String kind = line().words().hologramKind();
        assertEquals(kind, kept.kind());
        assertEquals(hologram.path(kind), EmulatorJson.MAPPER.readTree(kept.raw()).findValue(kind));
        assertEquals(ana.contact().key(), heard.contact().key());
    }
}
