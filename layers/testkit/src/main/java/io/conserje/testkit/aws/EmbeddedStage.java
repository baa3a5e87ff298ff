package io.conserje.testkit.aws;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Tables, queues and secrets as the deployment template lays them out, and the variables that name
 * them to a function.
 */
public final class EmbeddedStage implements AutoCloseable {
    private static final int VISIBILITY_SECONDS = 360;

    private final String name;
    private final Servers servers;
    private final EmbeddedSecrets secrets = EmbeddedSecrets.start();
    private final Map<String, String> variables = new HashMap<>();

    private EmbeddedStage(String name, Servers servers) {
        this.name = name;
        this.servers = servers;
    }

    static EmbeddedStage create(String name, Servers servers) {
        EmbeddedStage stage = new EmbeddedStage(name, servers);
        stage.variables.put("STAGE", "dev1");
        stage.variables.put("RELEASE_ID", "release-1");
        stage.variables.put("ACCOUNTS", "scripted/clinica");
        stage.variables.put("SECRETS_ID", "conserje/dev1");
        stage.variables.put("DOUBT_SECONDS", "20");
        stage.variables.put("AWS_REGION", "us-east-1");
        stage.variables.put("AWS_ENDPOINT_URL_DYNAMODB", servers.dynamoUrl());
        stage.variables.put("AWS_ENDPOINT_URL_SQS", servers.sqsUrl());
        stage.variables.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", stage.secrets.url());
        stage.table("CONVERSATIONS", name);
        stage.table("BOOKINGS", name);
        stage.table("DIRECTORY", name);
        stage.table("COORDINATION", name);
        stage.withQueue("INBOUND", ".fifo")
                .withQueue("OUTBOUND", ".fifo")
                .withQueue("DEFERRED", "")
                .withQueue("RECEIPTS", "");
        stage.variables.put(
                "MEDIA_FOLDER",
                Path.of(System.getProperty("java.io.tmpdir"), "conserje-media", name).toString());
        return stage;
    }

    private void table(String table, String stage) {
        String name = stage + "-" + table;
        servers.dynamo()
                .createTable(create ->
                        create.tableName(name)
                                .billingMode(BillingMode.PAY_PER_REQUEST)
                                .attributeDefinitions(attribute("pk"), attribute("sk"))
                                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
        variables.put(table + "_TABLE", name);
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    /**
     * A queue, and one for its dead letters, by the names that a function knows them by.
     *
     * @param suffix {@code .fifo} for one with groups
     */
    public EmbeddedStage withQueue(String queue, String suffix) {
        variables.put(queue + "_QUEUE_URL", create(name + "-" + queue + suffix));
        variables.put(queue + "_DEAD_LETTERS_URL", create(name + "-" + queue + "-dead" + suffix));
        return this;
    }

    private String create(String name) {
        Map<QueueAttributeName, String> attributes = new HashMap<>();
        attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, Integer.toString(VISIBILITY_SECONDS));
        if (name.endsWith(".fifo")) {
            attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
        }
        return servers.sqs()
                .createQueue(create -> create.queueName(name).attributes(attributes))
                .queueUrl();
    }

    /** A variable of the function, as the process's environment gives it. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    public EmbeddedStage with(String name, String value) {
        variables.put(name, value);
        return this;
    }

    public EmbeddedSecrets secrets() {
        return secrets;
    }

    public DynamoDbClient dynamo() {
        return servers.dynamo();
    }

    public SqsClient sqs() {
        return servers.sqs();
    }

    /** Puts a message into a queue with groups; the same one again within five minutes is not. */
    public void send(String queue, String group, String body) {
        servers.sqs()
                .sendMessage(send ->
                        send.queueUrl(url(queue + "_QUEUE_URL"))
                                .messageBody(body)
                                .messageGroupId(group)
                                .messageDeduplicationId(Integer.toHexString(body.hashCode())));
    }

    /** Puts a message into a queue without groups. */
    public void send(String queue, String body) {
        servers.sqs()
                .sendMessage(send -> send.queueUrl(url(queue + "_QUEUE_URL")).messageBody(body));
    }

    /** From now on the function is told of a queue or a table that is not there. */
    public EmbeddedStage without(String variable) {
        return with(variable, variable(variable).orElseThrow().replace("-", "-gone-"));
    }

    /** What a consumer of the queue is handed now, at most ten, as Lambda is. */
    public List<Message> receive(String queue) {
        return receiveFrom(url(queue + "_QUEUE_URL"));
    }

    /** Everything that is in the queue, which is empty then. */
    public List<Message> drain(String queue) {
        return drainFrom(url(queue + "_QUEUE_URL"));
    }

    public List<Message> drainDead(String queue) {
        return drainFrom(url(queue + "_DEAD_LETTERS_URL"));
    }

    /** A group's next messages are handed out only when those before them are done. */
    private List<Message> drainFrom(String url) {
        List<Message> all = new ArrayList<>();
        List<Message> some = receiveFrom(url);
        while (!some.isEmpty()) {
            some.forEach(message ->
                    servers.sqs()
                            .deleteMessage(delete ->
                                    delete.queueUrl(url).receiptHandle(message.receiptHandle())));
            all.addAll(some);
            some = receiveFrom(url);
        }
        return all;
    }

    private List<Message> receiveFrom(String url) {
        return servers.sqs()
                .receiveMessage(receive ->
                        receive.queueUrl(url)
                                .maxNumberOfMessages(10)
                                .messageAttributeNames("All")
                                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    private String url(String name) {
        return variable(name).orElseThrow();
    }

    @Override
    public void close() {
        secrets.close();
    }
}
