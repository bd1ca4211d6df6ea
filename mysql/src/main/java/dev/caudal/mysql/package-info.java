/** MySQL and MariaDB as a source. */
@NullMarked
package dev.caudal.mysql;

import org.jspecify.annotations.NullMarked;
