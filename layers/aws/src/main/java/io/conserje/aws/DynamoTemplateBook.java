package io.conserje.aws;

import static io.conserje.aws.Items.number;
import static io.conserje.aws.Items.text;

import io.conserje.application.TemplateBook;
import io.conserje.application.Unavailable;
import io.conserje.model.AccountRef;
import io.conserje.model.Content.TemplateNews;
import io.conserje.model.Template;
import io.conserje.wire.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The templates of an account, in the directory's table beside the account. */
public final class DynamoTemplateBook implements TemplateBook {
    private final AwsClients clients;
    private final String table;
    private final Wire wire;

    public DynamoTemplateBook(AwsClients clients, Env env, Wire wire) {
        Variables variables = new Variables(env);
        this.clients = clients;
        this.table = variables.required("DIRECTORY_TABLE");
        this.wire = wire;
        variables.check();
    }

    @Override
    public Optional<Template> find(AccountRef account, String name, String language) {
        return asking(() ->
                Optional.of(
                                clients.dynamo()
                                        .getItem(get ->
                                                get.tableName(table)
                                                        .key(key(account, name, language)))
                                        .item())
                        .filter(item -> item.containsKey("data"))
                        .map(this::template));
    }

    @Override
    public List<Template> all(AccountRef account) {
        return asking(() ->
                clients
                        .dynamo()
                        .query(query ->
                                query.tableName(table)
                                        .keyConditionExpression(
                                                "pk = :account AND begins_with(sk, :template)")
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":account", partition(account),
                                                        ":template", text("T#"))))
                        .items()
                        .stream()
                        .map(this::template)
                        .toList());
    }

    @Override
    public void put(AccountRef account, Template template, Instant at) {
        asking(() ->
                new ItemUpdate(table, key(account, template.name(), template.language()))
                        .set("data", text(wire.write(template)))
                        // Providers tell whole seconds.
                        .set("at", number(at.getEpochSecond()))
                        .when("attribute_not_exists(#at) OR #at <= :at")
                        .run(clients));
    }

    /** News about a template that nobody registered here are no reason to make one up. */
    @Override
    public void note(AccountRef account, TemplateNews news, Instant at) {
        find(account, news.name(), news.language())
                .map(known -> known.with(news.status(), news.reason()))
                .ifPresent(told -> put(account, told, at));
    }

    private Template template(Map<String, AttributeValue> item) {
        return wire.read(Items.stringOf(item, "data"), Template.class);
    }

    private static Map<String, AttributeValue> key(
            AccountRef account, String name, String language) {
        return Map.of("pk", partition(account), "sk", text("T#" + name + "#" + language));
    }

    private static AttributeValue partition(AccountRef account) {
        return text("A#" + account);
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw new Unavailable("the templates", e);
        }
    }
}
