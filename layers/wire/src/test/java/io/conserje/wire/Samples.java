package io.conserje.wire;

import io.conserje.engine.Bilingual;
import io.conserje.engine.Business;
import io.conserje.engine.OpeningHours;
import io.conserje.engine.Session;
import io.conserje.engine.Topic;
import io.conserje.engine.booking.Appointments;
import io.conserje.engine.send.SendPolicy;
import io.conserje.model.Account;
import io.conserje.model.AccountRef;
import io.conserje.model.Arrival;
import io.conserje.model.Contact;
import io.conserje.model.Content;
import io.conserje.model.CorrelationId;
import io.conserje.model.Filing;
import io.conserje.model.InboundMessage;
import io.conserje.model.Language;
import io.conserje.model.MediaFile;
import io.conserje.model.MediaKind;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundId;
import io.conserje.model.OutboundMessage;
import io.conserje.model.Outgoing;
import io.conserje.model.ProjectId;
import io.conserje.model.Template;
import io.conserje.model.TemplateUse;
import io.conserje.model.Terms;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One value of every type that travels or is stored, with something in every field. */
final class Samples {
    private static final Instant AT = Instant.parse("2026-03-11T15:30:00.123Z");
    private static final MessageId OTHER = new MessageId("wamid.OTHER");
    static final ProjectId PROJECT = new ProjectId("demo");
    static final AccountRef ACCOUNT = new AccountRef("whatsapp", "clinica");
    static final Contact ANA =
            new Contact(
                    Optional.of("PA.1349"),
                    Optional.of("50760000000"),
                    Optional.of("Ana \"la\" Núñez 👋"),
                    Optional.of("ana"));

    private static final MediaFile FILE =
            new MediaFile("demo/2026/03/11/abc.pdf", "application/pdf", 1234, "ab".repeat(32));
    private static final TemplateUse USE =
            new TemplateUse("cita", "es", Map.of("nombre", "Ana"), List.of("confirm"));
    private static final Terms NOTICE =
            new Terms(Terms.Purpose.NOTICE, Optional.empty(), Optional.of(AT), Optional.of(USE));

    private Samples() {}

    static List<Content> contents() {
        Content.Text text = new Content.Text("¿A qué hora abren?\n\u2028 \\");
        return List.of(
                text,
                new Content.Choice("hours", "Horario"),
                new Content.Media(
                        MediaKind.AUDIO,
                        "media-1",
                        "audio/ogg; codecs=opus",
                        Optional.of("c2hh"),
                        Optional.of("nota.ogg"),
                        Optional.of("escuche"),
                        true),
                new Content.Location(8.98, -79.52, Optional.of("Casa"), Optional.of("Calle 50")),
                new Content.ContactCards(List.of(new Content.Card("Beto", List.of("50761111111")))),
                new Content.Reaction(OTHER, Optional.of("👍")),
                new Content.Order(
                        "catalogue",
                        Optional.of("sin prisa"),
                        List.of(new Content.OrderLine("cepillo", 2, "3.50", "USD"))),
                new Content.FormReply("alta", "{\"edad\":40}"),
                new Content.Edit(OTHER, text),
                new Content.Deletion(OTHER),
                new Content.Notice("number-changed", "50760000001"),
                new Content.HandBack("olga"),
                new Content.Unsupported("poll", "{\"poll\":{\"a\":[1,2]}}"),
                new Content.Reach(false),
                new Content.MarketingChoice(true),
                new Content.TemplateNews(
                        "cita", "es", Template.Status.REJECTED, Optional.of("INVALID_FORMAT")),
                new Content.Occasion(new Outgoing.Say("Mañana a las diez."), NOTICE),
                picture(new Filing.Filed(FILE)),
                picture(new Filing.Refused(Filing.Cause.TYPE, "image/svg+xml")));
    }

    private static Content picture(Filing filing) {
        return new Content.Media(
                        MediaKind.IMAGE,
                        "media-2",
                        "image/png",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false)
                .with(filing);
    }

    static List<Filing> filings() {
        return contents().stream()
                .filter(Content.Media.class::isInstance)
                .map(media -> ((Content.Media) media).filing())
                .toList();
    }

    /** As many as the first release knew. */
    static List<Content> firstContents() {
        return contents().subList(0, 13);
    }

    static List<Outgoing> outgoings() {
        return List.of(
                new Outgoing.Say("Abrimos a las ocho."),
                new Outgoing.Ask(
                        "¿Qué necesita?",
                        "Ver opciones",
                        List.of(
                                new Outgoing.Option("hours", "Horario"),
                                new Outgoing.Option("person", "Hablar con alguien"))),
                new Outgoing.File(
                        MediaKind.DOCUMENT,
                        FILE,
                        Optional.of("precios.pdf"),
                        Optional.of("Nuestros precios"),
                        false),
                new Outgoing.Place(8.98, -79.52, "Clínica", Optional.of("Calle 50")),
                new Outgoing.Cards(List.of(new Content.Card("Beto", List.of("50761111111")))),
                new Outgoing.Templated(USE, "Hola Ana"));
    }

    static List<Session.Phase> phases() {
        return List.of(
                new Session.Automatic(), new Session.WithPerson(AT), new Session.Stopped(AT));
    }

    /** Brings one of every kind. */
    static Arrival arrival() {
        return arrival(contents());
    }

    static Arrival arrival(List<Content> contents) {
        List<InboundMessage> messages = new ArrayList<>();
        for (Content content : contents) {
            messages.add(
                    new InboundMessage(
                            new MessageId("wamid." + messages.size()),
                            AT,
                            messages.isEmpty() ? Optional.empty() : Optional.of(OTHER),
                            content));
        }
        return new Arrival(
                PROJECT, ACCOUNT, Optional.of(ANA), messages, new CorrelationId("request-1"), AT);
    }

    static Arrival saying(String text) {
        return new Arrival(
                PROJECT,
                ACCOUNT,
                Optional.empty(),
                List.of(InboundMessage.of(OTHER, AT, new Content.Text(text))),
                new CorrelationId("request-1"),
                AT);
    }

    static OutboundMessage outbound(Outgoing content) {
        return new OutboundMessage(
                new OutboundId(arrival().conversation(), 14),
                PROJECT,
                ACCOUNT,
                ANA,
                Optional.of(OTHER),
                content,
                Terms.answer(AT),
                new CorrelationId("request-1"),
                AT);
    }

    static Template template() {
        return new Template(
                "cita",
                "es",
                Template.Category.UTILITY,
                "Hola {{nombre}}",
                List.of("Confirmar"),
                Template.Status.PAUSED,
                Optional.of("LOW_QUALITY"));
    }

    static Session session(Session.Phase phase) {
        return new Session(
                Optional.of(Language.ES),
                phase,
                true,
                Set.of("audio"),
                2,
                List.of(),
                List.of(),
                Optional.empty());
    }

    static Account account() {
        return new Account(PROJECT, ACCOUNT, Map.of("phone-number-id", "106540352242922"));
    }

    static Business business() {
        return new Business(
                PROJECT,
                new Bilingual("Clínica Los Robles", "Los Robles Clinic"),
                Language.ES,
                ZoneId.of("America/Panama"),
                new OpeningHours(
                        Map.of(
                                DayOfWeek.SATURDAY,
                                List.of(
                                        new OpeningHours.Span(
                                                LocalTime.of(9, 0), LocalTime.of(13, 30))))),
                List.of(
                        new Topic(
                                "parking",
                                new Bilingual("Estacionamiento", "Parking"),
                                new Bilingual("Es gratis.", "It is free."),
                                List.of("carro"),
                                List.of())),
                SendPolicy.usual(ZoneId.of("America/Panama")),
                Locale.of("es"),
                Appointments.none());
    }

    /** The same business with something to book, and a country. */
    static Business businessThatBooks() {
        Business plain = business();
        return new Business(
                plain.project(),
                plain.name(),
                plain.language(),
                plain.zone(),
                plain.hours(),
                plain.topics(),
                plain.sending(),
                Locale.of("es", "ES"),
                BookingSamples.appointments());
    }
}
