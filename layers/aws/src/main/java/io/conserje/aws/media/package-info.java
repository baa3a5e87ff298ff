/**
 * What a stranger's file is, told by how it begins and by the names in it. Nothing is unpacked,
 * rendered or believed, and what is read of a file has a bound.
 */
@NullMarked
package io.conserje.aws.media;

import org.jspecify.annotations.NullMarked;
