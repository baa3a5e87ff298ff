/**
 * What a channel must be able to do, in our words: {@link io.conserje.channel.Channel} is the
 * contract, the other types are what goes in and what comes out of it.
 *
 * <p>Where its rules come from:
 *
 * <ul>
 *   <li>a webhook is proven over its raw body or by a secret that it carries, and answered before
 *       it is worked on: {@code developers.facebook.com/docs/graph-api/webhooks/getting-started},
 *       {@code core.telegram.org/bots/api#setwebhook}
 *   <li>webhooks repeat and overtake each other, so a message's id names it for ever and receipts
 *       come in any order: {@code
 *       developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components}
 *   <li>a customer is a user id before a phone number: {@code
 *       developers.facebook.com/docs/whatsapp/business-scoped-user-ids}
 *   <li>24 hours after a customer's message only templates are taken, and the refusal comes later
 *       as a receipt: {@code developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes}
 *       (131047)
 *   <li>templates are registered, looked at and then approved: {@code
 *       developers.facebook.com/docs/whatsapp/business-management-api/message-templates}
 *   <li>a throttled call says, or its documentation says, when to try again: {@code
 *       core.telegram.org/bots/api#responseparameters}, and the error codes 130429 and 131056 above
 *   <li>a file's link expires, in minutes for Meta and in an hour for Telegram, and files have
 *       largest sizes: {@code developers.facebook.com/docs/whatsapp/cloud-api/reference/media},
 *       {@code core.telegram.org/bots/api#getfile}
 * </ul>
 */
@NullMarked
package io.conserje.channel;

import org.jspecify.annotations.NullMarked;
