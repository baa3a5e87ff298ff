package io.conserje.local.emulator.meta;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.local.emulator.Multipart;
import io.conserje.local.emulator.Multipart.Part;
import io.conserje.local.emulator.meta.GraphAnswer.Bytes;
import io.conserje.local.emulator.meta.GraphAnswer.Json;
import io.conserje.local.emulator.meta.MediaShelf.Item;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls about media. */
final class MediaApi {
    private static final Duration ADDRESS_HOLDS = Duration.ofMinutes(5);

    private final MetaAccount account;
    private final MediaShelf shelf;
    private final MetaSeal seal;
    private final InstantSource clock;
    private final Supplier<URI> base;

    MediaApi(
            MetaAccount account,
            MediaShelf shelf,
            MetaSeal seal,
            InstantSource clock,
            Supplier<URI> base) {
        this.account = account;
        this.shelf = shelf;
        this.seal = seal;
        this.clock = clock;
        this.base = base;
    }

    GraphAnswer upload(String phoneNumberId, String contentType, byte[] body) {
        if (!phoneNumberId.equals(account.phoneNumberId())) {
            return GraphAnswer.error(GraphError.unknownObject("post", phoneNumberId));
        }
        List<Part> parts = Multipart.parse(contentType, body);
        return parts.isEmpty()
                ? GraphAnswer.error(GraphError.invalid("Not multipart/form-data"))
                : keep(parts);
    }

    private GraphAnswer keep(List<Part> parts) {
        Part product = part(parts, "messaging_product");
        Part file = part(parts, "file");
        if (product == null || !product.text().equals("whatsapp")) {
            return GraphAnswer.error(GraphError.required("messaging_product"));
        }
        if (file == null) {
            return GraphAnswer.error(GraphError.required("file"));
        }
        Part type = part(parts, "type");
        String mimeType = type == null ? file.contentType() : type.text();
        if (mimeType == null) {
            return GraphAnswer.error(GraphError.required("type"));
        }
        return MediaRules.broken(mimeType, file.bytes())
                .map(GraphAnswer::error)
                .orElseGet(() -> keep(file.bytes(), mimeType));
    }

    private static @Nullable Part part(List<Part> parts, String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst().orElse(null);
    }

    private GraphAnswer keep(byte[] bytes, String mimeType) {
        String id = shelf.put(bytes, mimeType).id();
        return new Json(200, JsonNodeFactory.instance.objectNode().put("id", id));
    }

    GraphAnswer describe(String id) {
        return withItem("get", id, item -> new Json(200, description(item)));
    }

    GraphAnswer delete(String id) {
        return withItem(
                "delete",
                id,
                item -> {
                    shelf.delete(item);
                    return GraphAnswer.success();
                });
    }

    /** An address that is not one of ours, or not any more, is nothing at all. */
    GraphAnswer download(String id, String until, String hash) {
        boolean ours = hash.equals(hash(id, until));
        if (!ours || clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(until)))) {
            return new Json(404, JsonNodeFactory.instance.objectNode());
        }
        return withItem("get", id, item -> new Bytes(shelf.bytes(item), item.mimeType()));
    }

    private GraphAnswer withItem(String method, String id, Function<Item, GraphAnswer> work) {
        return shelf.find(id)
                .map(work)
                .orElseGet(() -> GraphAnswer.error(GraphError.unknownObject(method, id)));
    }

    private ObjectNode description(Item item) {
        String until = Long.toString(clock.instant().plus(ADDRESS_HOLDS).getEpochSecond());
        String url =
                base.get()
                        + "/_media/"
                        + item.id()
                        + "?ext="
                        + until
                        + "&hash="
                        + hash(item.id(), until);
        return JsonNodeFactory.instance
                .objectNode()
                .put("url", url)
                .put("mime_type", item.mimeType())
                .put("sha256", item.sha256())
                .put("file_size", item.size())
                .put("id", item.id())
                .put("messaging_product", "whatsapp");
    }

    private String hash(String id, String until) {
        return seal.hmac((id + " " + until).getBytes(StandardCharsets.UTF_8));
    }
}
