/**
 * DynamoDB and SQS as far as the adapters use them, in memory: what they promise is kept, what they
 * do not promise is drawn.
 */
@NullMarked
package io.conserje.local.simulation.cloud;

import org.jspecify.annotations.NullMarked;
