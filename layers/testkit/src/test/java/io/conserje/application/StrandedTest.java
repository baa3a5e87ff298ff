package io.conserje.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.application.session.Stranded;
import io.conserje.application.session.Stranded.Talk;
import io.conserje.model.AccountRef;
import io.conserje.model.Contact;
import io.conserje.model.ConversationId;
import io.conserje.model.ProjectId;
import io.conserje.testkit.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who waits at a number that nobody holds, and where else they can be reached. */
class StrandedTest {
    private static final ProjectId CLINIC = new ProjectId("clinica");
    private static final ProjectId SCHOOL = new ProjectId("school");
    private static final AccountRef SESSION = new AccountRef("whatsapp-session", "demo");
    private static final AccountRef CLOUD = new AccountRef("whatsapp", "demo");
    private static final AccountRef TELEGRAM = new AccountRef("telegram", "demo");
    private static final List<AccountRef> ALL = List.of(SESSION, CLOUD, TELEGRAM);
    private static final Contact ANA = Contact.ofPhone("50760000001");
    private static final Contact BETO = Contact.ofPhone("50760000002");
    private static final Contact HIDDEN = with("lid:77", Optional.empty());
    private static final Instant NOW = Messages.MORNING;
    private static final Instant SINCE = NOW.minusSeconds(3600);

    private static Contact with(String userId, Optional<String> phone) {
        return new Contact(Optional.of(userId), phone, Optional.empty(), Optional.empty());
    }

    private static Talk talk(ProjectId project, AccountRef account, Contact contact) {
        return talk(project, account, contact, NOW, true);
    }

    private static Talk talk(
            ProjectId project, AccountRef account, Contact who, Instant wrote, boolean reachable) {
        ConversationId id = ConversationId.of(project, account, who);
        return new Talk(project, id, who, Optional.of(wrote), reachable);
    }

    private static List<Stranded> of(Talk... talks) {
        return Stranded.of(SESSION, ALL, List.of(talks), SINCE);
    }

    @Test
    void whoWroteElsewhereTooCanGoOnThere() {
        Contact ofTelegram = with("987", ANA.phone());

        List<Stranded> stranded =
                of(
                        talk(CLINIC, SESSION, ANA),
                        talk(CLINIC, CLOUD, ANA),
                        talk(CLINIC, TELEGRAM, ofTelegram));

        assertEquals(1, stranded.size());
        assertEquals(List.of(CLOUD, TELEGRAM), stranded.getFirst().elsewhere());
        assertEquals(ANA, stranded.getFirst().contact());
    }

    @Test
    void whoIsKnownHereAloneCannot() {
        List<Stranded> stranded =
                of(
                        talk(CLINIC, SESSION, BETO),
                        talk(CLINIC, CLOUD, ANA),
                        talk(CLINIC, SESSION, HIDDEN),
                        talk(CLINIC, TELEGRAM, with("77", Optional.empty())));

        assertEquals(2, stranded.size());
        stranded.forEach(one -> assertEquals(List.of(), one.elsewhere()));
    }

    @Test
    void whoBlockedUsThereOrWroteToAnotherBusinessCannot() {
        List<Stranded> stranded =
                of(
                        talk(CLINIC, SESSION, ANA),
                        talk(CLINIC, CLOUD, ANA, NOW, false),
                        talk(SCHOOL, CLOUD, ANA));

        assertEquals(List.of(), stranded.getFirst().elsewhere());
    }

    @Test
    void whoWroteLongAgoDoesNotWait() {
        List<Stranded> stranded =
                of(
                        talk(CLINIC, SESSION, ANA, SINCE, true),
                        talk(CLINIC, SESSION, BETO, SINCE.plusNanos(1), true));

        assertEquals(List.of(BETO), stranded.stream().map(Stranded::contact).toList());
    }

    @Test
    void theLatestIsFirst() {
        List<Stranded> stranded =
                of(
                        talk(CLINIC, SESSION, ANA, NOW.minusSeconds(60), true),
                        talk(CLINIC, SESSION, BETO));

        assertEquals(List.of(BETO, ANA), stranded.stream().map(Stranded::contact).toList());
    }
}
