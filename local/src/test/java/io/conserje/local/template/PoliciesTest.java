package io.conserje.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A function may do what its policies say. */
class PoliciesTest {
    private static final String THINGS = "arn:aws:dynamodb:us-east-1:000000000000:table/things";
    private static final String SECRET =
            "arn:aws:secretsmanager:us-east-1:000000000000:secret:keys-";

    @TempDir Path folder;

    private Template template(String policies) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("template.yaml"),
                        """
                        Conditions:
                          Never: !Equals [a, b]
                        Resources:
                          Api: { Type: "AWS::Serverless::HttpApi" }
                          Things: { Type: "AWS::DynamoDB::Table", Properties: { TableName: things } }
                          Worker:
                            Type: AWS::Serverless::Function
                            Properties:
                              Handler: none.Such
                        """
                                + policies.indent(6));
        return Template.read(file, Map.of());
    }

    @Test
    void a_statement_allows_its_actions_on_its_resources_and_no_more() throws IOException {
        Function worker =
                template(
                                """
                                Policies:
                                  - Statement:
                                      - Effect: Allow
                                        Action: [dynamodb:GetItem, "dynamodb:Put*"]
                                        Resource: [!GetAtt Things.Arn]
                                      - !If [Never, { Effect: Allow, Action: ["*"], Resource: ["*"] }, !Ref AWS::NoValue]
                                  - Statement:
                                      Effect: Allow
                                      Action: secretsmanager:GetSecretValue
                                      Resource: !Sub "arn:aws:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:keys-??????"
                                """)
                        .function("Worker");

        assertTrue(worker.may("dynamodb:GetItem", THINGS));
        assertTrue(worker.may("DynamoDB:putitem", THINGS));
        assertFalse(worker.may("dynamodb:Query", THINGS));
        assertFalse(worker.may("dynamodb:GetItem", THINGS + "/index/others"));
        assertTrue(worker.may("secretsmanager:GetSecretValue", SECRET + "a1b2c3"));
        assertFalse(worker.may("secretsmanager:GetSecretValue", SECRET + "of-others-a1b2c3"));
        assertFalse(worker.may("secretsmanager:GetSecretValue", THINGS));
    }

    @Test
    void without_policies_a_function_may_do_nothing() throws IOException {
        Template none = template("");

        assertFalse(none.function("Worker").may("dynamodb:GetItem", THINGS));
        assertEquals(List.of(), none.unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Policies: [AmazonDynamoDBReadOnlyAccess]",
                "Policies: [{ DynamoDBReadPolicy: { TableName: things } }]",
                "Policies: [{ Statement: [{ Effect: Deny, Action: ['*'], Resource: ['*'] }] }]",
                "Policies: [{ Statement: [{ Effect: Allow, NotAction: ['a:B'], Resource: ['*'] }] }]",
                "Policies: [{ Statement: [{ Effect: Allow, Action: ['*'], Resource: [!ImportValue x] }] }]",
                "Policies: [{ Statement: [{ Effect: Allow, Action: ['*'], Resource: [!GetAtt Api.Id] }] }]",
                "PermissionsBoundary: arn:aws:iam::000000000000:policy/within",
                "Role: arn:aws:iam::000000000000:role/shared"
            })
    void what_is_not_read_is_told_and_refuses_nothing(String policies) throws IOException {
        Template template = template(policies);

        assertTrue(template.function("Worker").may("dynamodb:GetItem", THINGS));
        assertEquals(
                List.of(
                        "Worker has policies beside plain statements that allow something,"
                                + " so nothing is refused to it here"),
                template.unknown());
    }
}
