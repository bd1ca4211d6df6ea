/** Workers of Kafka Connect from files, and what is wrong in the files. */
@NullMarked
package dev.caudal.connect;

import org.jspecify.annotations.NullMarked;
