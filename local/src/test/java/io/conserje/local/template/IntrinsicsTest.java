package io.conserje.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the intrinsics give, seen through the template's outputs. */
class IntrinsicsTest {
    private static final String RESOURCES =
            """
            Parameters:
              Stage: { Type: String, Default: dev, AllowedValues: [dev, prod] }
              Names: { Type: CommaDelimitedList, Default: "one, two" }
            Mappings:
              Sizes: { dev: { Most: 3 }, prod: { Most: 9 } }
            Conditions:
              IsProd: !Equals [!Ref Stage, prod]
              NotProd: !Not [!Condition IsProd]
              Either: !Or [!Condition IsProd, !Condition NotProd]
              Both: !And [!Condition IsProd, !Condition NotProd]
            Resources:
              Inbox: { Type: "AWS::SQS::Queue", Properties: { QueueName: !Sub "in-${Stage}" } }
              Things: { Type: "AWS::DynamoDB::Table", Properties: { TableName: things } }
              Worker: { Type: "AWS::Serverless::Function", Properties: { Handler: none.Such } }
              Api: { Type: "AWS::Serverless::HttpApi" }
              Only: { Type: "AWS::SQS::Queue", Condition: IsProd }
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Ref Stage | dev",
                "!Ref Inbox | http://sqs/000000000000/in-dev",
                "!GetAtt Inbox.Arn | arn:aws:sqs:us-east-1:000000000000:in-dev",
                "!GetAtt [Inbox, QueueName] | in-dev",
                "!Ref Things | things",
                "!GetAtt Things.Arn | arn:aws:dynamodb:us-east-1:000000000000:table/things",
                "!GetAtt Worker.Arn | arn:aws:lambda:us-east-1:000000000000:function:Worker",
                "!Ref WorkerAliaslive | WorkerAliaslive",
                "!GetAtt Api.ApiEndpoint | http://api",
                "!Sub '${AWS::Region} ${AWS::Partition} ${!Kept} ${Inbox.QueueName}' | us-east-1 aws ${Kept} in-dev",
                "!Sub ['${a}-${Stage}', { a: !Ref Things }] | things-dev",
                "!Join ['+', !Ref Names] | one+two",
                "!Select [1, !Split ['/', 'a/b/c']] | b",
                "!FindInMap [Sizes, !Ref Stage, Most] | 3",
                "!Base64 hi | aGk=",
                "!If [IsProd, big, small] | small",
                "!If [Either, yes, no] | yes",
                "!If [Both, yes, no] | no",
                "{ 'Fn::Join': ['', [a, !Ref 'AWS::NoValue', b]] } | ab",
            })
    void anIntrinsicGivesItsLocalValue(String expression, String value) throws IOException {
        Path file = write(RESOURCES + "Outputs: { X: { Value: " + expression + " } }\n");

        Template template =
                Template.read(file, Map.of(), new Endpoints("http://api", "http://sqs"));

        assertEquals(value, template.outputs().get("X"));
    }

    @Test
    void aConditionDecidesWhetherAResourceIsThere() throws IOException {
        Path file = write(RESOURCES);

        Template dev = Template.read(file, Map.of());
        Template prod = Template.read(file, Map.of("Stage", "prod"));

        assertEquals(1, dev.queues().size());
        assertEquals(2, prod.queues().size());
    }

    @Test
    void everyWrongParameterIsNamedWithWhatIsAllowed() throws IOException {
        Path file = write(RESOURCES);

        TemplateError error =
                assertThrows(
                        TemplateError.class,
                        () -> Template.read(file, Map.of("Stage", "test", "Stag", "dev")));

        assertEquals(
                """
                There is no parameter Stag; there are Stage, Names
                Parameter Stage cannot be "test"; allowed are dev, prod\
                """,
                error.getMessage());
    }

    @Test
    void anErrorNamesTheLine() throws IOException {
        Path file =
                write(
                        "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: !Ref Nowhere\n");

        TemplateError error =
                assertThrows(TemplateError.class, () -> Template.read(file, Map.of()));

        String message = String.valueOf(error.getMessage());
        assertTrue(message.contains("Nowhere (line 5)"), message);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("template.yaml"), text);
    }
}
