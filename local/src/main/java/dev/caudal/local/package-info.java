/** The local servers of Caudal as child processes. */
@NullMarked
package dev.caudal.local;

import org.jspecify.annotations.NullMarked;
