package io.conserje.testkit;

import io.conserje.application.AcceptWebhook;
import io.conserje.application.AdvanceConversation;
import io.conserje.application.Channels;
import io.conserje.application.DeliverMessage;
import io.conserje.application.RecordReceipt;
import io.conserje.application.ReleaseMessage;
import io.conserje.application.Senders;
import io.conserje.application.Words;
import io.conserje.application.booking.KeepBookings;
import io.conserje.model.Filing;
import io.conserje.model.MediaFile;
import io.conserje.model.OutboundMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.stream.Stream;

/** The clinic's front desk: every use case, on a fake behind every port. */
public record Desk(
        InMemoryConversations conversations,
        InMemoryDirectory directory,
        InMemorySecrets secrets,
        ScriptedChannel channel,
        RecordedArrivals arrivals,
        RecordedOutbound outbound,
        RecordedReceipts receipts,
        RecordedDeferrals deferrals,
        InMemoryCoordination coordination,
        InMemoryTemplates templates,
        InMemoryBookings bookings) {
    public static final String SIGNATURE = "signed by the provider";

    /** How long it waits for the receipt of a message in doubt. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Its account, its secret and its profile are in place. */
    public static Desk open() {
        return of(
                new InMemoryDirectory().with(Businesses.account()).with(Businesses.clinic()),
                new InMemorySecrets().with(Businesses.ACCOUNT, ScriptedChannel.SECRET, SIGNATURE));
    }

    public static Desk of(InMemoryDirectory directory, InMemorySecrets secrets) {
        return new Desk(
                new InMemoryConversations(),
                directory,
                secrets,
                new ScriptedChannel(),
                new RecordedArrivals(),
                new RecordedOutbound(),
                new RecordedReceipts(),
                new RecordedDeferrals(),
                new InMemoryCoordination(),
                new InMemoryTemplates(),
                new InMemoryBookings());
    }

    public Channels channels() {
        return new Channels(Stream.of(channel));
    }

    public AcceptWebhook acceptWebhook() {
        return new AcceptWebhook(channels(), directory, secrets, arrivals, receipts);
    }

    public AdvanceConversation advanceConversation() {
        return new AdvanceConversation(
                conversations,
                outbound,
                directory,
                templates,
                (media, account, arrivedAt, now) ->
                        new Filing.Refused(Filing.Cause.GONE, "no files here"),
                channels(),
                Words.load(),
                new KeepBookings(bookings));
    }

    public DeliverMessage deliverMessage() {
        return new DeliverMessage(
                conversations,
                coordination,
                templates,
                deferrals,
                new Senders(directory, channels(), secrets, Desk::noFile),
                Words.load(),
                PATIENCE);
    }

    private static InputStream noFile(MediaFile file) throws IOException {
        throw new IOException("there is no " + file.key() + " here");
    }

    public ReleaseMessage releaseMessage() {
        return new ReleaseMessage(deferrals, outbound);
    }

    public RecordReceipt recordReceipt() {
        return new RecordReceipt(conversations);
    }

    /** A message of ours to Ana that waits to be sent. */
    public OutboundMessage queued(String text) {
        return Talk.withAna().says(conversations, text);
    }

    /** What was said to Ana, sent or not. */
    public Transcript withAna() {
        return conversations.transcript(Businesses.CLINIC, Arrivals.conversationOf(Arrivals.ANA));
    }
}
