/**
 * What a decider can have looked up or done for it: values that say what, and values that say what
 * came of it.
 */
@NullMarked
package io.conserje.engine.tool;

import org.jspecify.annotations.NullMarked;
