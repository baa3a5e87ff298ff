package io.conserje.model;

/**
 * One account of a business on a channel: a WhatsApp number, a Telegram bot.
 *
 * @param channel the channel's name as it stands in the webhook's path, for example {@code
 *     whatsapp}
 * @param account the account's name as it stands in the webhook's path, for example {@code clinica}
 */
public record AccountRef(String channel, String account) {
    public AccountRef {
        Require.slug(channel, "channel");
        Require.slug(account, "account");
    }

    @Override
    public String toString() {
        return channel + "/" + account;
    }
}
