package io.conserje.local.session;

import io.conserje.aws.AwsClients;
import io.conserje.aws.Env;
import io.conserje.local.runtime.LocalCloud;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.Message;

/** The queues and tables of sessions, each service behind a valve. */
public final class Stores implements AutoCloseable {
    private final LocalCloud cloud;
    private final Valve sqs;
    private final Valve dynamodb;
    private final AwsClients clients;

    private Stores(LocalCloud cloud) {
        this.cloud = cloud;
        this.sqs = Valve.before(cloud.sqs());
        this.dynamodb = Valve.before(cloud.dynamodb());
        Map<String, String> straight = environment();
        straight.put("AWS_ENDPOINT_URL_DYNAMODB", cloud.dynamodb().toString());
        straight.put("AWS_ENDPOINT_URL_SQS", cloud.sqs().toString());
        this.clients = new AwsClients(name -> Optional.ofNullable(straight.get(name)));
    }

    public static Stores start(Path data) {
        return new Stores(
                LocalCloud.start(
                        new LocalCloud.Options(
                                Path.of("src/test/resources/templates/session.yaml"),
                                data,
                                0,
                                Map.of(),
                                id -> Optional.empty()),
                        step -> {}));
    }

    /** What a session's process is given, through the valves. */
    public Map<String, String> environment() {
        Map<String, String> all = new HashMap<>();
        all.put("KEYS_TABLE", "session-keys");
        all.put("SESSIONS_TABLE", "sessions");
        all.put("INBOUND_QUEUE_URL", through("Inbound"));
        all.put("EVENTS_QUEUE_URL", through("Events"));
        all.put("COMMANDS_QUEUE_URL", through("Commands"));
        all.put("AWS_REGION", "us-east-1");
        all.put("AWS_ACCESS_KEY_ID", "local");
        all.put("AWS_SECRET_ACCESS_KEY", "local");
        all.put("AWS_ENDPOINT_URL_DYNAMODB", dynamodb.uri().toString());
        all.put("AWS_ENDPOINT_URL_SQS", sqs.uri().toString());
        return all;
    }

    private String through(String queue) {
        String url = queue(queue);
        return sqs.uri() + url.substring(url.indexOf('/', "http://".length()));
    }

    /** All that is in it now, and no longer. */
    public List<Message> take(String queue) {
        List<Message> taken = new ArrayList<>();
        for (List<Message> batch = receive(queue); !batch.isEmpty(); batch = receive(queue)) {
            taken.addAll(batch);
        }
        return taken;
    }

    private List<Message> receive(String queue) {
        String url = queue(queue);
        List<Message> batch =
                clients.sqs()
                        .receiveMessage(receive ->
                                receive.queueUrl(url)
                                        .maxNumberOfMessages(10)
                                        .messageAttributeNames("All"))
                        .messages();
        for (Message message : batch) {
            clients.sqs()
                    .deleteMessage(
                            delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
        }
        return batch;
    }

    /** Nobody holds any of it either. */
    public boolean isEmpty(String queue) {
        return cloud.depth(queue).empty();
    }

    /** Its own address. */
    String queue(String id) {
        return cloud.queueUrl(id);
    }

    Env env() {
        Map<String, String> all = environment();
        return name -> Optional.ofNullable(all.get(name));
    }

    AwsClients clients() {
        return clients;
    }

    Valve sqs() {
        return sqs;
    }

    Valve dynamodb() {
        return dynamodb;
    }

    @Override
    public void close() {
        clients.close();
        sqs.close();
        dynamodb.close();
        cloud.close();
    }
}
