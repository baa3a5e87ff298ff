/**
 * A release: what was built, named by its content, kept once and deployed stage by stage. Nothing
 * is overwritten, and nothing happens to a stage that was not shown or asked for.
 */
@NullMarked
package io.conserje.local.release;

import org.jspecify.annotations.NullMarked;
