@NullMarked
package dev.caudal.s3.sink;

import org.jspecify.annotations.NullMarked;
