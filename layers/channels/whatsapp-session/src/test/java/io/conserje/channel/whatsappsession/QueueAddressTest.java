package io.conserje.channel.whatsappsession;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://sqs.eu-south-2.amazonaws.com/1/a.fifo, https://sqs.eu-south-2.amazonaws.com, eu-south-2, true",
        "https://sqs.cn-north-1.amazonaws.com.cn/1/a.fifo, https://sqs.cn-north-1.amazonaws.com.cn, cn-north-1, true",
        "https://vpce-1a.sqs.us-east-1.vpce.amazonaws.com/1/a.fifo, https://vpce-1a.sqs.us-east-1.vpce.amazonaws.com, us-east-1, true",
        "https://eu-west-1.queue.amazonaws.com/1/a.fifo, https://eu-west-1.queue.amazonaws.com, , true",
        "http://127.0.0.1:9324/000000000000/a.fifo, http://127.0.0.1:9324, , false",
        "https://sqs.us-east-1.amazonaws.com.evil.example/1/a.fifo, https://sqs.us-east-1.amazonaws.com.evil.example, us-east-1, false",
        "http://sqs.us-east-1.amazonaws.com/1/a.fifo, http://sqs.us-east-1.amazonaws.com, us-east-1, false",
    })
    void theAddressTellsWhereTheApiIsAndWhoseItIs(
            URI queue, URI endpoint, String region, boolean isAws) {
        assertEquals(
                new QueueAddress(endpoint, Optional.ofNullable(region), isAws),
                QueueAddress.of(queue));
    }
}
