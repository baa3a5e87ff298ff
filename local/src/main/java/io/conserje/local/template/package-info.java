/**
 * Reads the deployment template as far as it matters on one machine: routes, queues, tables,
 * functions and what connects them. What it does not know it names instead of guessing.
 */
@NullMarked
package io.conserje.local.template;

import org.jspecify.annotations.NullMarked;
