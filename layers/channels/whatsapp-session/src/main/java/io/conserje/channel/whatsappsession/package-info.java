/**
 * WhatsApp through a linked device, as WhatsApp Web is one: a container holds the session of a
 * number, and queues lie in between. What it says and what it is told is {@code
 * whatsapp-session/CONTRACT.md}.
 *
 * <p>WhatsApp does not offer this to businesses and may restrict or ban the number at any time. It
 * is for a number that Meta's API cannot have.
 *
 * <p>Secrets of an account: {@code signing-secret} signs what the session queues. A session is
 * named as its account; what another one says is noted on the account.
 *
 * <p>Settings of an account:
 *
 * <ul>
 *   <li>{@code commands-queue}: the address of the queue that the session takes its commands from,
 *       {@code https://sqs.<region>.amazonaws.com/<number>/<name>.fifo}. Needed to send. At an
 *       address that is not AWS's a stand-in answers, and gets no credentials of ours.
 *   <li>{@code media-url}: where customers' files are, {@code https://mmg.whatsapp.net} if not set
 *   <li>{@code pace-seconds}: between two messages of the number in the long run, from 3 to 3600; 3
 *       if not set
 *   <li>{@code day-cap}, {@code unasked-cap}, {@code firsts-cap}: how many messages of the number
 *       leave in any 24 hours, of any kind (1000 if not set), that nobody asked for (50), and of
 *       these to people who never wrote (10); at most 10000, 1000 and 100. Half of them may go at
 *       once. What is over a cap waits, and what cannot wait for so long is refused.
 * </ul>
 *
 * <p>Contacts: who shows their phone number is that number; who hides it is {@code lid:} and the
 * number that WhatsApp has for them, until the session learns the phone. Groups, channels, statuses
 * and what the owner writes by hand are passed over.
 *
 * <p>Ids: a customer's message is {@code <contact>:<id>}; one of ours is {@code 3EB0} and the first
 * 18 hexadecimal digits of the SHA-256 of our own id, the same in every try.
 *
 * <p>Sending: "accepted" means that the command is in the queue; what the session makes of it, its
 * receipts tell ({@code sent}, {@code delivered}, {@code read}, {@code played}, {@code failed}).
 * The same command twice is taken once within five minutes, so a call that found no answer is tried
 * three times. If it still has none it is in doubt, not tried later: after the five minutes only
 * WhatsApp's clients would hold a repetition back, and a receipt settles it in seconds. A message
 * expires as its terms say, a day after it was handed over at the latest. Files go by a link that
 * the store gives.
 *
 * <p>Limits: WhatsApp publishes none for a linked device. A text has 4096 characters, a caption
 * 1024; pictures, sound and films have up to 16 MB, a document 100 MB, a sticker 1 MB. One message
 * every three seconds and five at once, to one contact one every two seconds and four at once; of
 * what nobody asked for half as many at once, so that answers find a place. There are no buttons
 * and no lists, which are not shown: options are numbered lines. There is no window and there are
 * no templates.
 *
 * <p>A customer's file is brought to the disk as WhatsApp keeps it, proven and opened there: it
 * takes as much space as the file has, until it is read.
 *
 * <p>Where the rules come from:
 *
 * <ul>
 *   <li>{@code WAProto.proto} of {@code github.com/WhiskeySockets/Baileys}: what a message holds;
 *       its {@code messages-media.ts}: how a file is sealed and where it lies
 *   <li>{@code https://www.whatsapp.com/security/WhatsApp-Security-Whitepaper.pdf}: the same, by
 *       WhatsApp
 *   <li>{@code
 *       https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html}:
 *       what the queue takes, and its five minutes
 * </ul>
 */
@NullMarked
package io.conserje.channel.whatsappsession;

import org.jspecify.annotations.NullMarked;
