package io.conserje.testkit.aws;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The running servers: where they are, and a client of each. */
record Servers(DynamoDbClient dynamo, String dynamoUrl, SqsClient sqs, String sqsUrl) {}
