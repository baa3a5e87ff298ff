/**
 * Tries what is deployed with AWS's own tools, as far as a machine has them: the SAM CLI, its
 * linter and a Docker engine. What is missing is said, never passed over.
 */
@NullMarked
package io.conserje.local.sam;

import org.jspecify.annotations.NullMarked;
