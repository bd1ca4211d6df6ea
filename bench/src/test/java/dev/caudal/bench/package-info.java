@NullMarked
package dev.caudal.bench;

import org.jspecify.annotations.NullMarked;
