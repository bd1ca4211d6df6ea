/** Values of the domain and the {@code atMSG} message. */
@NullMarked
package dev.caudal.core;

import org.jspecify.annotations.NullMarked;
