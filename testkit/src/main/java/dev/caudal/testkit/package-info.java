/** Real servers and generators for tests. */
@NullMarked
package dev.caudal.testkit;

import org.jspecify.annotations.NullMarked;
