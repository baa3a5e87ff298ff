package io.conserje.application.session;

import io.conserje.model.AccountRef;
import io.conserje.model.Contact;
import io.conserje.model.ConversationId;
import io.conserje.model.ProjectId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A customer who wrote to a number that nobody holds any more.
 *
 * @param wrote when they last did
 * @param elsewhere the business's other accounts that the same person has written to, and that can
 *     still reach them
 */
public record Stranded(
        ConversationId conversation, Contact contact, Instant wrote, List<AccountRef> elsewhere) {
    public Stranded {
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * A conversation as it is stored.
     *
     * @param reachable whether the contact takes what we send there
     */
    public record Talk(
            ProjectId project,
            ConversationId id,
            Contact contact,
            Optional<Instant> wrote,
            boolean reachable) {

        /** A conversation's name follows from who takes part. */
        private boolean isWith(AccountRef account) {
            return ConversationId.of(project, account, contact).equals(id);
        }

        private boolean isSamePerson(Talk other) {
            return project.equals(other.project)
                    && contact.phone().isPresent()
                    && contact.phone().equals(other.contact.phone());
        }
    }

    /**
     * @param session the account that is not held
     * @param accounts all of the business
     * @param since who wrote before is not waiting for anything
     * @return the latest first
     */
    public static List<Stranded> of(
            AccountRef session, List<AccountRef> accounts, List<Talk> talks, Instant since) {
        return talks.stream()
                .filter(talk -> talk.wrote().filter(since::isBefore).isPresent())
                .filter(talk -> talk.isWith(session))
                .map(talk ->
                        new Stranded(
                                talk.id(),
                                talk.contact(),
                                talk.wrote().orElseThrow(),
                                elsewhere(talk, session, accounts, talks)))
                .sorted(Comparator.comparing(Stranded::wrote).reversed())
                .toList();
    }

    private static List<AccountRef> elsewhere(
            Talk here, AccountRef session, List<AccountRef> accounts, List<Talk> talks) {
        return accounts.stream()
                .filter(account -> !account.equals(session))
                .filter(account ->
                        talks.stream()
                                .filter(here::isSamePerson)
                                .filter(Talk::reachable)
                                .anyMatch(there -> there.isWith(account)))
                .toList();
    }
}
