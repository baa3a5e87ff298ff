package io.conserje.local.emulator.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;

/** The emoji that Telegram has as reactions; there are no others, not even the check mark. */
final class Reactions {
    /**
     * As listed at <a href="https://core.telegram.org/bots/api#reactiontypeemoji">
     * ReactionTypeEmoji</a>.
     */
    private static final Set<String> EMOJI =
            Set.of(
                    ("❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯"
                                    + " 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇"
                                    + " 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂"
                                    + " 🤷 🤷‍♀ 😡")
                            .split(" ", -1));

    private Reactions() {}

    /** Telegram leaves out the variation selector, and takes it all the same. */
    static boolean exists(String emoji) {
        return EMOJI.contains(plain(emoji));
    }

    /** An empty emoji is no reaction. */
    static ArrayNode of(String emoji) {
        ArrayNode reactions = JsonNodeFactory.instance.arrayNode();
        if (!emoji.isEmpty()) {
            reactions.addObject().put("type", "emoji").put("emoji", plain(emoji));
        }
        return reactions;
    }

    private static String plain(String emoji) {
        return emoji.replace("\uFE0F", "");
    }
}
