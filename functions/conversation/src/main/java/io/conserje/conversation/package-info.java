/** Where the next step of a conversation is decided. */
@NullMarked
package io.conserje.conversation;

import org.jspecify.annotations.NullMarked;
