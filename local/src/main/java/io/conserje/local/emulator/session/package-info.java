/**
 * WhatsApp Web on this machine: a mock of its service, and the container that holds a session with
 * it, each as the process that it is.
 */
@NullMarked
package io.conserje.local.emulator.session;

import org.jspecify.annotations.NullMarked;
