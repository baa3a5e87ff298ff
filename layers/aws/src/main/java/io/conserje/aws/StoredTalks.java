package io.conserje.aws;

import io.conserje.application.Unavailable;
import io.conserje.application.session.Stranded.Talk;
import io.conserje.model.Contact;
import io.conserje.model.ConversationId;
import io.conserje.model.ProjectId;
import io.conserje.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Who talks with the businesses. Reads the whole table: for the rare day on which it is needed. */
public final class StoredTalks {
    private static final Pattern KEY = Pattern.compile("P#([^#]+)#C#([a-z2-7]+)");
    private static final Wire WIRE = new Wire();

    private StoredTalks() {}

    /**
     * @throws Unavailable when the table does not answer
     */
    public static List<Talk> read(AwsClients clients, Env env) {
        Variables variables = new Variables(env);
        String table = variables.required("CONVERSATIONS_TABLE");
        variables.check();
        try {
            return clients
                    .dynamo()
                    .scanPaginator(scan ->
                            scan.tableName(table)
                                    .filterExpression("sk = :state AND attribute_exists(contact)")
                                    .expressionAttributeValues(
                                            Map.of(":state", AttributeValue.fromS(Items.STATE))))
                    .items()
                    .stream()
                    .flatMap(StoredTalks::talk)
                    .toList();
        } catch (SdkException e) {
            throw new Unavailable("the conversations' table", e);
        }
    }

    private static Stream<Talk> talk(Map<String, AttributeValue> item) {
        Matcher key = KEY.matcher(Items.stringOf(item, "pk"));
        if (!key.matches()) {
            return Stream.empty();
        }
        return Stream.of(
                new Talk(
                        new ProjectId(key.group(1)),
                        new ConversationId(key.group(2)),
                        WIRE.read(Items.stringOf(item, "contact"), Contact.class),
                        Items.instantOf(item, "lastInbound"),
                        !item.containsKey("unreachableSince")));
    }
}
