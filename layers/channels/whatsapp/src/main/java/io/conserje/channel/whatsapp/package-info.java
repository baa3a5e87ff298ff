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
 *   <li>{@code graph-url}: where the Graph API is, {@code https://graph.facebook.com} if not set
 *   <li>{@code graph-version}: {@code v24.0} if not set
 * </ul>
 *
 * <p>Limits, which {@link io.conserje.channel.whatsapp.Fit} keeps: a text has 4096 characters, a
 * question with buttons or a list 1024. Up to three options are buttons (title 20, id 256); more
 * are rows of a list (10 rows, title 24, id 200, its button 20). A character counts as one UTF-16
 * unit, the strictest reading of pages that do not say.
 *
 * <p>The provider's pages, under {@code https://developers.facebook.com/docs}:
 *
 * <ul>
 *   <li>{@code /graph-api/webhooks/getting-started}: handshake and signature
 *   <li>{@code /whatsapp/cloud-api/webhooks/components}: what a webhook holds
 *   <li>{@code /whatsapp/business-scoped-user-ids}: who a customer is when the phone is hidden
 *   <li>{@code /whatsapp/cloud-api/reference/messages}: sending, marking as read, typing
 *   <li>{@code /whatsapp/cloud-api/support/error-codes}: what went wrong
 * </ul>
 */
@NullMarked
package io.conserje.channel.whatsapp;

import org.jspecify.annotations.NullMarked;
