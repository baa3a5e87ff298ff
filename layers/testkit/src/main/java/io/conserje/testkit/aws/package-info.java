/**
 * DynamoDB, SQS and the secrets' store inside the test's own process, and Lambda's side of a call.
 */
@NullMarked
package io.conserje.testkit.aws;

import org.jspecify.annotations.NullMarked;
