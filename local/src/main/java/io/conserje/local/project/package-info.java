/** A project's file: read, checked as a whole, and put into a directory. */
@NullMarked
package io.conserje.local.project;

import org.jspecify.annotations.NullMarked;
