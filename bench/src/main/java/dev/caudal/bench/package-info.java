/** Benchmarks of Caudal beside its peers. */
@NullMarked
package dev.caudal.bench;

import org.jspecify.annotations.NullMarked;
