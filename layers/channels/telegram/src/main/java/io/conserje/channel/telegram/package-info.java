/**
 * Telegram through the Bot API: its webhooks into our words, our messages into its calls.
 *
 * <p>Secrets of an account: {@code bot-token}, which BotFather gives, is part of every call's
 * address; {@code webhook-secret} is the {@code secret_token} that {@code setWebhook} was told (1
 * to 256 of {@code A-Z a-z 0-9 _ -}) and stands in a header of every webhook.
 *
 * <p>Settings of an account:
 *
 * <ul>
 *   <li>{@code bot-username}: the bot's name without an at sign. Needed in groups, to know who
 *       writes to us.
 *   <li>{@code bot-id}: the bot's number, which stands before the colon of its token. A second way
 *       to know who answers us in a group.
 *   <li>{@code api-url}: where the Bot API is, {@code https://api.telegram.org} if not set
 * </ul>
 *
 * <p>{@code setWebhook} must ask for {@code message_reaction}, which is not among the updates that
 * Telegram sends unasked, next to {@code message}, {@code edited_message}, {@code callback_query}
 * and {@code my_chat_member}.
 *
 * <p>A private chat is a contact, named by the chat's id. A group is one contact too, a topic of a
 * forum is {@code <chat>/<topic>}; what people there say to each other is passed over.
 *
 * <p>Ids: a message, theirs or ours, is {@code <chat>:<message>}. The press of a button is {@code
 * callback:<query>:<chat>}, which is what answering it takes. Everything else is {@code
 * update:<update>}.
 *
 * <p>Limits: a text and a question have 4096 characters, a caption 1024; 100 buttons, whose ids
 * have 64 bytes. A photo has up to 10 MB, a sticker 512 KB, other files 50 MB; of a customer's
 * files Telegram gives out up to 20 MB. About 30 messages a second, one a second in a chat, 20 a
 * minute in a group. A message of ours is reported by nothing and cannot be looked up: one in doubt
 * is for a person to look at.
 *
 * <p>The provider's pages, under {@code https://core.telegram.org/bots}:
 *
 * <ul>
 *   <li>{@code /api#setwebhook}: the secret token
 *   <li>{@code /api#update}, {@code /api#message}: what a webhook holds
 *   <li>{@code /api#available-methods}: sending, typing, answering a button
 *   <li>{@code /api#making-requests}, {@code /api#responseparameters}: what went wrong
 *   <li>{@code /api#getfile}: customers' files
 *   <li>{@code /features#privacy-mode}: what a bot hears in a group
 *   <li>{@code /faq#my-bot-is-hitting-limits-how-do-i-avoid-this}: how fast
 * </ul>
 */
@NullMarked
package io.conserje.channel.telegram;

import org.jspecify.annotations.NullMarked;
