package io.conserje.channel.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.model.MediaFile;
import java.util.Optional;

/** One call of the Bot API, before it is made. */
record Call(String method, ObjectNode fields, Optional<Attachment> attachment) {

    /**
     * @param field that holds the file
     */
    record Attachment(String field, String fileName, MediaFile file) {}

    static Call of(String method, ObjectNode fields) {
        return new Call(method, fields, Optional.empty());
    }
}
