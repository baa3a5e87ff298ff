/**
 * What a webhook costs a function that is warm, beside the least that its work can cost, against
 * stand-ins of the services in another process.
 */
@NullMarked
package io.conserje.local.bench.handler;

import org.jspecify.annotations.NullMarked;
