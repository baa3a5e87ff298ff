/**
 * The whole system on one machine: the template's cloud, the projects in its directory, and each
 * provider's emulator.
 */
@NullMarked
package io.conserje.local.site;

import org.jspecify.annotations.NullMarked;
