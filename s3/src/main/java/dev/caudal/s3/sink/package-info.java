/** The sink connector: topics into objects of a bucket, with the settings and names of Confluent's. */
@NullMarked
package dev.caudal.s3.sink;

import org.jspecify.annotations.NullMarked;
