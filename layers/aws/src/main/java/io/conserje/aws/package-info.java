/**
 * The ports on AWS: DynamoDB, SQS, Secrets Manager, and what every function shares around its
 * handler.
 */
@NullMarked
package io.conserje.aws;

import org.jspecify.annotations.NullMarked;
