/** The deployment, as other people's tools see it. */
@NullMarked
package io.conserje.local.deploy;

import org.jspecify.annotations.NullMarked;
