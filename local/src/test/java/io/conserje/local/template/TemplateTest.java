package io.conserje.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.local.template.Queue.Redrive;
import io.conserje.local.template.Table.Index;
import io.conserje.local.template.Table.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {
    private static final String BASE =
            """
            Globals:
              Function:
                Timeout: 20
                Environment: { Variables: { A: shared, B: shared } }
            Resources:
              Worker:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: some.Handler
                  Environment: { Variables: { B: own } }
                  Events:
                    First: { Type: HttpApi, Properties: { Method: get, Path: /first } }
            """;

    @TempDir Path folder;

    @Test
    void globalsAreMergedIntoAFunctionThatMaySayOtherwise() throws IOException {
        Function worker = read(BASE).function("Worker");

        assertEquals(Duration.ofSeconds(20), worker.timeout());
        assertEquals(Map.of("A", "shared", "B", "own"), worker.environment());
    }

    @Test
    void aRouteAddedToTheTemplateIsThere() throws IOException {
        Template template =
                read(
                        BASE
                                + "        Second: { Type: HttpApi, Properties: { Path: '/x/{p+}', Method: ANY } }\n");

        assertEquals(
                List.of(
                        new Route("GET", "/first", "Worker"),
                        new Route("ANY", "/x/{p+}", "Worker")),
                template.routes());
    }

    @Test
    void aQueueAddedToTheTemplateIsThereWithItsConsumerAndItsDeadLetters() throws IOException {
        Template template =
                read(
                        BASE
                                + """
                                        Jobs:
                                          Type: SQS
                                          Properties:
                                            Queue: !GetAtt Jobs.Arn
                                            BatchSize: 5
                                            MaximumBatchingWindowInSeconds: 2
                                            FunctionResponseTypes: [ReportBatchItemFailures]
                                            ScalingConfig: { MaximumConcurrency: 7 }
                                  Jobs:
                                    Type: AWS::SQS::Queue
                                    Properties:
                                      FifoQueue: true
                                      VisibilityTimeout: 60
                                      DelaySeconds: 4
                                      DeduplicationScope: messageGroup
                                      RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3 }
                                  Dead: { Type: AWS::SQS::Queue, Properties: { FifoQueue: true, QueueName: dead.fifo } }
                                """);

        Queue jobs = template.queue("Jobs");
        assertEquals("Jobs.fifo", jobs.name());
        assertEquals(Duration.ofSeconds(60), jobs.visibilityTimeout());
        assertEquals(Duration.ofSeconds(4), jobs.delay());
        assertEquals(new Queue.Deduplication(false, true), jobs.deduplication());
        assertEquals(Optional.of(new Redrive("Dead", 3)), jobs.redrive());
        assertEquals(
                List.of(new Mapping("Worker", "Jobs", 5, Duration.ofSeconds(2), 7, true)),
                template.mappings());
    }

    @Test
    void aTableAddedToTheTemplateIsThere() throws IOException {
        Table things =
                Template.read(
                                Path.of("src/test/resources/templates/stores.yaml"),
                                Map.of("Sort", "at"))
                        .tables()
                        .getFirst();

        assertEquals("Things", things.name());
        assertEquals(List.of(new Key("pk", "HASH"), new Key("at", "RANGE")), things.keys());
        assertEquals(Map.of("pk", "S", "at", "S", "kind", "S"), things.attributes());
        assertEquals(
                List.of(
                        new Index(
                                "byKind",
                                true,
                                List.of(new Key("kind", "HASH")),
                                "KEYS_ONLY",
                                List.of())),
                things.indexes());
        assertEquals(Optional.of("expiresAt"), things.ttlAttribute());
    }

    @Test
    void aScheduleAddedToTheTemplateIsThereUnlessItIsOff() throws IOException {
        Template template =
                read(
                        BASE
                                + """
                                        Tick: { Type: ScheduleV2, Properties: { ScheduleExpression: rate(1 minute), RetryPolicy: { MaximumRetryAttempts: 1 } } }
                                        Nightly: { Type: Schedule, Properties: { Schedule: rate(2 days), Name: nightly, Input: '{"a":1}' } }
                                        Off: { Type: ScheduleV2, Properties: { ScheduleExpression: rate(5 hours), State: DISABLED } }
                                        OffToo: { Type: Schedule, Properties: { Schedule: rate(5 hours), Enabled: false } }
                                """);

        assertEquals(
                List.of(
                        new Schedule(
                                "Worker",
                                "WorkerTick",
                                Schedule.By.SCHEDULER,
                                Duration.ofMinutes(1),
                                Optional.empty()),
                        new Schedule(
                                "Worker",
                                "nightly",
                                Schedule.By.RULE,
                                Duration.ofDays(2),
                                Optional.of("{\"a\":1}"))),
                template.schedules());
        assertEquals(List.of(), template.unknown());
    }

    @Test
    void whatDoesNotRunHereIsNamed() throws IOException {
        Template template =
                read(
                        BASE
                                + """
                                        Nightly: { Type: Schedule, Properties: { Schedule: "cron(0 3 * * ? *)" } }
                                        Other: { Type: SNS, Properties: { Topic: some } }
                                        Old: { Type: HttpApi, Properties: { Path: /o, Method: GET, PayloadFormatVersion: "1.0" } }
                                  Bucket: { Type: AWS::SNS::Topic }
                                  Logs: { Type: AWS::Logs::LogGroup }
                                  Jobs: { Type: AWS::SQS::Queue, Properties: { MaximumMessageSize: 1024 } }
                                """);

        assertEquals(
                List.of(
                        "Worker.Nightly comes at cron(0 3 * * ? *), which no clock plays here",
                        "Worker.Other is an event of type SNS, which never comes here",
                        "Worker.Old asks for payload format 1.0; here it is 2.0",
                        "Bucket is of type AWS::SNS::Topic, which does not run here",
                        "Jobs sets MaximumMessageSize, which has no effect here"),
                template.unknown());
    }

    /** Prints what it found: whoever changes the template sees here what runs on a laptop. */
    @Test
    void theProjectsOwnTemplateIsUnderstoodCompletely() {
        Path file = Path.of(System.getProperty("conserje.root", "..")).resolve("template.yaml");

        Template template = Template.read(file, Map.of());

        template.routes().forEach(System.out::println);
        template.queues().forEach(queue -> System.out.println(queue.name()));
        template.tables().forEach(table -> System.out.println(table.name()));
        template.mappings().forEach(System.out::println);
        assertEquals(List.of(), template.unknown());
        assertTrue(template.routes().size() > 1, "there are routes");
        assertTrue(template.queues().size() > 1, "there are queues");
        assertTrue(template.tables().size() > 1, "there are tables");
        assertTrue(template.mappings().size() > 1, "there are consumers");
        assertTrue(template.schedules().size() > 0, "there are schedules");
    }

    private Template read(String text) throws IOException {
        return Template.read(Files.writeString(folder.resolve("template.yaml"), text), Map.of());
    }
}
