/**
 * WhatsApp through Meta's Cloud API: its webhooks into our words, our messages into its calls.
 *
 * <p>Secrets of an account: {@code app-secret} signs the webhooks, {@code verify-token} answers the
 * handshake, {@code access-token} pays for the calls.
 *
 * <p>Settings of an account:
 *
 * <ul>
 *   <li>{@code phone-number-id}: Meta's id of the business number, not the number itself. Needed to
 *       send. Messages to another number of the same app are not answered but noted on the account.
 *   <li>{@code business-account-id}: Meta's id of the WhatsApp Business account that the number
 *       belongs to. Needed for templates. News of another one's templates are only noted.
 *   <li>{@code messages-per-second}: how fast the number may send, from 1 to 1000; 80 if not set. A
 *       number that is used in the WhatsApp Business app too has 20.
 *   <li>{@code graph-url}: where the Graph API is, {@code https://graph.facebook.com} if not set
 *   <li>{@code graph-version}: {@code v24.0} if not set
 * </ul>
 *
 * <p>Limits, which the caller keeps by {@link io.conserje.channel.Channel#capabilities}:
 *
 * <ul>
 *   <li>A text has 4096 characters, a question with buttons or a list 1024, the caption of a file
 *       1024. A character counts as one UTF-16 unit, the strictest reading of pages that do not
 *       say.
 *   <li>Up to three options are buttons (title 20, id 256); more are rows of a list (10 rows, title
 *       24, id 200, its button 20).
 *   <li>Files, both ways: a picture 5 MB, sound and video 16 MB, a document 100 MB, a sticker 500
 *       KB (one that does not move 100 KB, which Meta looks after). Sound and stickers carry no
 *       caption.
 *   <li>24 hours after a customer's last message only templates may be sent.
 *   <li>To one customer goes one message every six seconds; 45 may go at once, and are paid back by
 *       a longer wait.
 * </ul>
 *
 * <p>Times: ten seconds for a message, twenty more when it carries a file.
 *
 * <p>The provider's pages, under {@code
 * https://developers.facebook.com/documentation/business-messaging/whatsapp} unless they are
 * written out:
 *
 * <ul>
 *   <li>{@code https://developers.facebook.com/docs/graph-api/webhooks/getting-started}: handshake
 *       and signature
 *   <li>{@code /webhooks/reference/messages}: what a webhook of the field {@code messages} holds
 *   <li>{@code /webhooks/reference/user_preferences}: who wants marketing
 *   <li>{@code /webhooks/reference/message_template_status_update}: what became of a template
 *   <li>{@code /business-scoped-user-ids}: who a customer is when the phone is hidden
 *   <li>{@code /messages/send-messages}: sending, and the 24 hours in which anything may be sent
 *   <li>{@code /reference/media/media-api} and {@code
 *       https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media}: uploading,
 *       fetching, and how large a file may be
 *   <li>{@code /templates/overview} and {@code /templates/template-management}: what a template is,
 *       listing and registering
 *   <li>{@code /throughput}: how fast, to all and to one customer
 *   <li>{@code /support/error-codes}: what went wrong
 * </ul>
 */
@NullMarked
package io.conserje.channel.whatsapp;

import org.jspecify.annotations.NullMarked;
