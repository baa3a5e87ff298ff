package io.conserje.aws;

import io.conserje.application.ReceiptQueue;
import io.conserje.wire.Wire;
import java.util.List;
import java.util.Map;

/** The receipts' queue, a standard one. */
final class SqsReceiptQueue implements ReceiptQueue {
    private final SqsMessages queue;
    private final Wire wire;

    SqsReceiptQueue(AwsClients clients, Env env, Wire wire) {
        Variables variables = new Variables(env);
        this.queue = new SqsMessages(clients, variables.required("RECEIPTS_QUEUE_URL"));
        this.wire = wire;
        variables.check();
    }

    @Override
    public void send(List<Notice> receipts) {
        queue.sendTogether(
                receipts.stream()
                        .map(notice ->
                                new SqsMessages.Entry(
                                        wire.write(notice),
                                        "",
                                        "",
                                        Map.of("correlation", notice.correlation().value())))
                        .toList());
    }
}
