/** The platform's REST proxy, tried out by those who look at the console. */
@NullMarked
package dev.caudal.server.proxy;

import org.jspecify.annotations.NullMarked;
