/** What the clients of the providers' HTTP APIs have in common. It knows no provider. */
@NullMarked
package io.conserje.channel.http;

import org.jspecify.annotations.NullMarked;
