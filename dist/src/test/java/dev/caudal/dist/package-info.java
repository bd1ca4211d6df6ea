/** End-to-end tests: the whole program in processes of its own, with real servers and real kills. */
@NullMarked
package dev.caudal.dist;

import org.jspecify.annotations.NullMarked;
