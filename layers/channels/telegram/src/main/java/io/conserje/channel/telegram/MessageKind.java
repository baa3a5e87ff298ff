package io.conserje.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Keep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Of what kind a message is. It does not say so itself: it has a field of that name among others
 * (core.telegram.org/bots/api#message).
 */
final class MessageKind {
    /**
     * An animation comes with a {@code document} and a venue with a {@code location}, for old
     * programs: the new name stands first.
     */
    private static final List<String> KNOWN =
            List.of(
                    "text",
                    "animation",
                    "photo",
                    "voice",
                    "audio",
                    "video",
                    "video_note",
                    "document",
                    "sticker",
                    "venue",
                    "location",
                    "contact");

    /** Told about the chat by Telegram. Nobody waits for an answer. */
    private static final Set<String> SERVICE =
            Set.of(
                    "new_chat_members",
                    "left_chat_member",
                    "new_chat_title",
                    "new_chat_photo",
                    "delete_chat_photo",
                    "group_chat_created",
                    "supergroup_chat_created",
                    "channel_chat_created",
                    "message_auto_delete_timer_changed",
                    "pinned_message",
                    "connected_website",
                    "write_access_allowed",
                    "proximity_alert_triggered",
                    "boost_added",
                    "chat_background_set",
                    "forum_topic_created",
                    "forum_topic_edited",
                    "forum_topic_closed",
                    "forum_topic_reopened",
                    "general_forum_topic_hidden",
                    "general_forum_topic_unhidden",
                    "video_chat_scheduled",
                    "video_chat_started",
                    "video_chat_ended",
                    "video_chat_participants_invited");

    /** What any message may have, whatever its kind. */
    private static final Set<String> AROUND =
            Set.of(
                    "message_id",
                    "message_thread_id",
                    "direct_messages_topic",
                    "from",
                    "sender_chat",
                    "sender_boost_count",
                    "sender_business_bot",
                    "sender_tag",
                    "date",
                    "edit_date",
                    "business_connection_id",
                    "chat",
                    "is_topic_message",
                    "is_automatic_forward",
                    "is_from_offline",
                    "is_paid_post",
                    "paid_star_count",
                    "reply_to_message",
                    "reply_to_story",
                    "reply_to_checklist_task_id",
                    "external_reply",
                    "quote",
                    "via_bot",
                    "has_protected_content",
                    "media_group_id",
                    "author_signature",
                    "entities",
                    "caption",
                    "caption_entities",
                    "show_caption_above_media",
                    "has_media_spoiler",
                    "effect_id",
                    "link_preview_options",
                    "reply_markup");

    private MessageKind() {}

    static String of(JsonNode message) {
        return KNOWN.stream()
                .filter(message::hasNonNull)
                .findFirst()
                .or(() -> other(message))
                .orElse(Keep.UNKNOWN);
    }

    static boolean isService(String kind) {
        return SERVICE.contains(kind);
    }

    private static Optional<String> other(JsonNode message) {
        return message.properties().stream()
                .map(Map.Entry::getKey)
                .filter(field -> !AROUND.contains(field) && !field.startsWith("forward_"))
                .findFirst();
    }
}
