/**
 * The check of a new release before customers meet it: it calls, changes nothing, and tells
 * CodeDeploy.
 */
@NullMarked
package io.conserje.release;

import org.jspecify.annotations.NullMarked;
