package io.conserje.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.conserje.engine.Session;
import io.conserje.engine.booking.Booking;
import io.conserje.engine.booking.BookingId;
import io.conserje.engine.booking.Refusal;
import io.conserje.engine.tool.ToolResult;
import io.conserje.engine.when.Clock;
import io.conserje.engine.when.Doubt;
import io.conserje.model.Content;
import io.conserje.model.ConversationId;
import io.conserje.model.CorrelationId;
import io.conserje.model.Filing;
import io.conserje.model.MessageId;
import io.conserje.model.OutboundId;
import io.conserje.model.Outgoing;
import io.conserje.model.ProjectId;
import java.util.List;
import java.util.Locale;

/** How our values stand in JSON, told from outside so that the values know nothing of it. */
final class Mapping {
    private static final List<Class<?>> SEALED =
            List.of(
                    Content.class,
                    Filing.class,
                    Outgoing.class,
                    Session.Phase.class,
                    Clock.class,
                    Doubt.class,
                    Booking.State.class,
                    Refusal.class,
                    ToolResult.class);
    private static final List<Class<?>> TEXTS =
            List.of(
                    ProjectId.class,
                    ConversationId.class,
                    MessageId.class,
                    CorrelationId.class,
                    BookingId.class);

    private Mapping() {}

    static JsonMapper mapper() {
        JsonMapper.Builder builder =
                JsonMapper.builder()
                        .addModules(new Jdk8Module(), new JavaTimeModule())
                        .serializationInclusion(JsonInclude.Include.NON_ABSENT)
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                        // What a value tells of itself is not part of it: only its components are.
                        .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                        // What a later release of the same version adds is left alone by an earlier
                        // one, so a roll-back works.
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
        SEALED.forEach(type -> named(builder, type));
        TEXTS.forEach(type -> builder.addMixIn(type, AsText.class));
        builder.addMixIn(OutboundId.class, AsParsed.class);
        builder.addMixIn(Locale.class, AsTag.class);
        return builder.build();
    }

    private static void named(JsonMapper.Builder builder, Class<?> sealed) {
        builder.addMixIn(sealed, Typed.class);
        for (Class<?> type : sealed.getPermittedSubclasses()) {
            String name = type.getSimpleName();
            builder.registerSubtypes(
                    new NamedType(type, Character.toLowerCase(name.charAt(0)) + name.substring(1)));
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    private abstract static class AsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        AsText(String value) {}

        @JsonValue
        abstract String value();
    }

    private abstract static class AsParsed {
        @JsonCreator
        static OutboundId parse(String text) {
            throw new UnsupportedOperationException("only its annotation is used: " + text);
        }

        @Override
        @JsonValue
        public abstract String toString();
    }

    /** {@code es-ES}, as profiles have it. */
    private abstract static class AsTag {
        @JsonValue
        abstract String toLanguageTag();
    }
}
