/** AWS's own runtime client around our functions, as Lambda runs them. */
@NullMarked
package io.conserje.local.lambda;

import org.jspecify.annotations.NullMarked;
