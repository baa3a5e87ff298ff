/** What an operator sees and wants of a WhatsApp Web session. */
@NullMarked
package io.conserje.application.session;

import org.jspecify.annotations.NullMarked;
