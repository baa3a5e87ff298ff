package io.conserje.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.channel.http.Json;
import io.conserje.model.Content;
import java.util.List;
import java.util.Optional;

/** An order is read with every line or not at all. */
final class OrderReader {
    private OrderReader() {}

    static Optional<Content.Order> read(JsonNode order) {
        JsonNode items = order.path("product_items");
        List<Content.OrderLine> lines =
                items.valueStream().flatMap(each -> line(each).stream()).toList();
        return Json.text(order, "catalog_id")
                .filter(catalogue -> items.isArray() && lines.size() == items.size())
                .map(catalogue -> new Content.Order(catalogue, Json.text(order, "text"), lines));
    }

    private static Optional<Content.OrderLine> line(JsonNode item) {
        Optional<String> product = Json.text(item, "product_retailer_id");
        Optional<String> price = Json.text(item, "item_price");
        Optional<String> currency = Json.text(item, "currency");
        JsonNode quantity = item.path("quantity");
        return product.isPresent()
                        && price.isPresent()
                        && currency.isPresent()
                        && quantity.isIntegralNumber()
                        && quantity.canConvertToInt()
                ? Optional.of(
                        new Content.OrderLine(
                                product.get(), quantity.intValue(), price.get(), currency.get()))
                : Optional.empty();
    }
}
